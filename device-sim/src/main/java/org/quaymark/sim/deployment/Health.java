package org.quaymark.sim.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.quaymark.process.settings.Failure;

/** Whether a process is ready, as it says itself. */
final class Health {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private Health() {}

    static boolean isOk(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until the process answers 200 there. */
    static void await(Child child, String url, Duration patience) {
        boolean ready = Waiting.until(patience, () -> isOk(url) || !child.isAlive());
        if (!child.isAlive()) {
            throw new Failure(child.name() + " ended with " + child.exitCode() + "\n" + child.tail());
        }
        if (!ready) {
            throw new Failure(child.name() + " is not ready after " + patience.toSeconds() + " s\n" + child.tail());
        }
    }
}
