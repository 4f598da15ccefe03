package org.quaymark.sim.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.quaymark.sim.deployment.Login;
import org.quaymark.sim.deployment.Waiting;

/** The officer's console in a real browser. */
@ExtendWith(SharedDeployment.class)
class ConsoleIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Deployment deployment;

    ConsoleIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void showsACaseWithinASecondOfItsScan() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(CHROMEDRIVER), "Chromium is not installed");
        Login officer = deployment.hub().user("officer-it", "officer,admin");
        ChromeDriver browser = start();
        try (Scanner scanner = deployment.scanner()) {
            logIn(browser, officer);
            // One scan to warm the line up: the bound is for a line at work, not for a process that was just started.
            scanner.scan(Labels.runner("WARM0001"));
            shows(browser, "WARM0001", PATIENCE);
            JsonNode verdict = scanner.scan(Labels.runner("NEVER001"));
            long answered = System.nanoTime();
            assertEquals("HOLD", verdict.path("verdict").asText());
            shows(browser, "NEVER001", PATIENCE);
            Duration took = Duration.ofNanos(System.nanoTime() - answered);
            Path picture = Places.output("console.png");
            Files.write(picture, ((TakesScreenshot) browser).getScreenshotAs(OutputType.BYTES));
            assertTrue(took.compareTo(SHOWN_WITHIN) <= 0, "shown after " + took.toMillis() + " ms");
        } finally {
            browser.quit();
        }
    }

    private void logIn(ChromeDriver browser, Login officer) {
        browser.get(deployment.hub().url() + "/login");
        browser.findElement(By.name("name")).sendKeys(officer.name());
        browser.findElement(By.name("password")).sendKeys(officer.password());
        browser.findElement(By.name("totp")).sendKeys(officer.totp(now()));
        browser.findElement(By.name("totp")).submit();
        assertTrue(Waiting.until(PATIENCE, () -> !browser.getCurrentUrl().contains("/login")), browser::getPageSource);
    }

    private static void shows(ChromeDriver browser, String text, Duration patience) {
        boolean shown = Waiting.until(
                patience,
                () -> browser.findElement(By.tagName("body")).getText().contains(text));
        assertTrue(
                shown,
                () -> "the page does not show " + text + ": "
                        + browser.findElement(By.tagName("body")).getText());
    }

    private ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,800",
                "--user-data-dir=" + deployment.directory().resolve("chromium"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER.toFile())
                .withLogFile(deployment.directory().resolve("chromedriver.log").toFile())
                .build();
        return new ChromeDriver(service, options);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
