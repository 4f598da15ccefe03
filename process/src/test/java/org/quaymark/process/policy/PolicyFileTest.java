package org.quaymark.process.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Thresholds;
import org.quaymark.process.settings.BadUsage;

class PolicyFileTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "policy-example.yaml");

    @TempDir
    Path directory = Path.of("");

    @Test
    void withoutAFileThePolicyIsTheStandardOne() {
        assertEquals(Policy.standard(), PolicyFile.read(null));
    }

    @Test
    void aVersionIsEnough() {
        assertEquals(new Policy("v1", Map.of(), List.of(), Thresholds.STANDARD), parse("version: v1"));
        assertEquals(
                new Policy("2026", Map.of(), List.of(), Thresholds.STANDARD),
                parse("version: 2026\neffects:\nexceptions:\nthresholds:\n"));
    }

    @Test
    void readsEffectsExceptionsAndThresholds() {
        Policy policy = parse("""
                version: house-7
                effects:
                  SERIAL_SPENT: HOLD
                exceptions:
                  - {finding: MARKET_NOT_LICENSED, effect: PASS, site: HAM1, destination: NO, category: 0402}
                thresholds:
                  stale-after: 12h
                  unsafe-after: P3D
                  weight-percent: 20
                """);
        assertEquals(
                new Policy(
                        "house-7",
                        Map.of(FindingCode.SERIAL_SPENT, Effect.HOLD),
                        List.of(new Policy.Exemption(
                                FindingCode.MARKET_NOT_LICENSED, Effect.PASS, "HAM1", "NO", "0402")),
                        new Thresholds(Duration.ofHours(12), Duration.ofDays(3), 20, 50, 900, 3, 2)),
                policy);
    }

    @Test
    void readsTheExampleOfTheDocumentation() {
        Policy policy = PolicyFile.read(EXAMPLE);
        assertEquals("house-2026-11", policy.version());
        assertEquals(3, policy.exceptions().size());
        assertEquals(Thresholds.STANDARD, policy.thresholds());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            effects: {}                                        | line 1: version is missing: it is named in every verdict
            version: v¶effect: {}                              | line 2: unknown key 'effect'; a policy has effects, exceptions, thresholds, version
            version: v¶version: w                              | line 2: 'version' is there twice
            version: [v]                                       | line 1: version takes a plain value
            version:                                           | line 1: version takes a plain value
            version: ' '                                       | line 1: a policy has a version
            [1, 2]                                             | line 1: a policy is written as 'key: value' lines
            version: v¶effects:¶  - A                          | line 3: effects is written as 'key: value' lines
            version: v¶effects:¶  SERIAL_SPENT: STOP           | line 3: unknown effect 'STOP'; effects are PASS, UNCHECKED, RESCAN, REVIEW, HOLD
            version: v¶effects:¶  INTERCEPTION: PASS           | line 3: INTERCEPTION has the effect that its interception names, no policy's
            version: v¶exceptions: HOLD                        | line 2: exceptions are written as a list, each with '- '
            version: v¶exceptions:¶- effect: PASS              | line 3: finding is missing
            version: v¶exceptions:¶- finding: SERIAL_VOID      | line 3: effect is missing
            version: v¶thresholds:¶  stale: 1h                 | line 3: unknown key 'stale'; thresholds has devices-before-review, rescans-before-review, stale-after, travel-kilometres-per-hour, unsafe-after, weight-grams, weight-percent
            version: v¶thresholds:¶  stale-after: soon         | line 3: 'soon' is not a duration such as 500ms, 2s, 5m, 12h or 30d
            version: v¶thresholds:¶  weight-grams: 1.5         | line 3: '1.5' is not a whole number
            version: v¶thresholds:¶  stale-after: 1h¶  weight-percent: -1 | line 4: weight-percent is not from 0 to 1000: -1
            version: v¶thresholds:¶  unsafe-after: 1h          | line 3: unsafe-after is shorter than stale-after
            version: v¶thresholds:¶  stale-after: 30d          | line 2: unsafe-after is shorter than stale-after
            """)
    void refusesWithTheLineAndTheReason(String yaml, String reason) {
        assertEquals("p.yaml " + reason, refusal(yaml.replace('¶', '\n')));
    }

    @Test
    void refusesAnUnknownFindingAndNamesThoseThereAre() {
        String refusal = refusal("version: v\neffects:\n  # a comment\n  SERIAL_NOT_ISUED: HOLD\n");
        assertTrue(refusal.startsWith("p.yaml line 4: unknown finding 'SERIAL_NOT_ISUED'; findings are "), refusal);
    }

    @Test
    void refusesAnExceptionAtTheLineOfItsFault() {
        String text = "version: v\nexceptions:\n  - finding: SERIAL_VOID\n    effect: PASS\n    destination: GERMANY\n";
        assertEquals(
                "p.yaml line 5: destination is an unknown country 'GERMANY'; it takes two capital letters"
                        + " (ISO 3166-1), EU or EEA",
                refusal(text));
        assertEquals(
                "p.yaml line 3: an exception names a site, a destination or a category",
                refusal("version: v\nexceptions:\n  - finding: SERIAL_VOID\n    effect: PASS\n"));
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertTrue(refusal("version: v\neffects: {").startsWith("p.yaml line 2: "));
        assertEquals("p.yaml: is empty; a policy has at least a version", refusal("# nothing\n"));
        assertTrue(refusal("version: v\n---\nversion: w\n").startsWith("p.yaml line 2: "));
        assertTrue(refusal("[".repeat(40)).startsWith("p.yaml"));
    }

    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        assertEquals(
                missing + ": no such policy file",
                assertThrows(BadUsage.class, () -> PolicyFile.read(missing)).getMessage());
        Path large = Files.writeString(directory.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        assertEquals(
                large + ": a policy file has at most 1 MiB",
                assertThrows(BadUsage.class, () -> PolicyFile.read(large)).getMessage());
        Path binary =
                Files.write(directory.resolve("binary.yaml"), List.of("version: \u00e4"), StandardCharsets.ISO_8859_1);
        assertEquals(
                binary + ": is not UTF-8 text",
                assertThrows(BadUsage.class, () -> PolicyFile.read(binary)).getMessage());
    }

    private static Policy parse(String text) {
        return PolicyFile.parse("p.yaml", text);
    }

    private static String refusal(String text) {
        return String.valueOf(assertThrows(BadUsage.class, () -> parse(text)).getMessage());
    }
}
