package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Attempt;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.InMemoryRegistry;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RightStatus;
import org.quaymark.inspection.registry.SerialStatus;

class ExplanationTest {
    private static final String CAPS_LOCK = "]D201" + Dock.SHOE + "1727123110abc123" + Dock.GS + "217q4m2k9a";

    @Test
    void isOfTheVerdictThatWasGiven() {
        Dock dock = new Dock().withMark();
        dock.parcel = Dock.PARCEL;
        String[] scans = {Dock.label(Dock.SHOE, "ZZZZZZZZ", "ABC123"), CAPS_LOCK, "garbage", ""};
        for (String scan : scans) {
            assertEquals(dock.scan(scan), dock.explain(scan).verdict());
        }
    }

    @Test
    void tellsHowACodeWasReadAndWhichReadingIsProved() {
        Explanation.Read code = new Dock().explain(CAPS_LOCK).codes().get(0);

        assertEquals(List.of("caps-lock"), code.repaired());
        assertTrue(code.tried().contains("caps-lock"));
        assertTrue(code.attempts() > 1);
        List<String> proved = code.readings().stream()
                .filter(r -> r.proof() == Attempt.Proof.PROVED)
                .map(r -> r.identification().serial())
                .toList();
        assertEquals(List.of(Dock.SERIAL), proved);
    }

    @Test
    void namesEveryRecordAskedForWithTheChangeThatMadeItSo() {
        Dock dock = new Dock().withMark();
        long mark = dock.registry.sequence();

        Explanation explanation = dock.explain(Dock.label(Dock.SHOE, Dock.SERIAL, "ABC123"));

        Set<String> questions =
                explanation.facts().stream().map(Explanation.Fact::question).collect(Collectors.toSet());
        assertTrue(
                questions.containsAll(Set.of("product", "unit", "batch", "site", "right", "interceptions-of-product")));
        Explanation.Answer right = fact(explanation, "right").answers().get(0);
        assertEquals("right/" + Dock.MARK, right.key());
        assertEquals(mark, right.changed());
    }

    @Test
    void saysThatARecordIsNotThereAndSinceWhen() {
        Dock dock = new Dock().know(new Deletion(new RegistryKey(RecordType.BATCH, Dock.CREAM + ":L7")));

        Explanation.Fact batch = fact(dock.explain(Dock.label(Dock.CREAM, null, "L7")), "batch");

        assertEquals(List.of(), batch.answers());
        assertEquals(dock.registry.sequence(), batch.changed());
    }

    @Test
    void asksAboutEachRecordOnceHoweverOftenItIsLookedAt() {
        List<Explanation.Fact> facts = new Dock().withMark().explain(CAPS_LOCK).facts();
        assertEquals(
                facts.size(),
                facts.stream().map(f -> f.question() + f.asked()).distinct().count());
    }

    @Test
    void tellsOfEachRuleWhetherItFiredAndWhyNot() {
        Explanation inDoubt = new Dock().explain("]d201" + Dock.SHOE + "garbage");
        assertEquals(
                Explanation.Outcome.FOUND,
                judged(inDoubt, FindingCode.READING_DOUBTFUL).outcome());
        assertEquals(
                Explanation.Outcome.READING_IN_DOUBT,
                judged(inDoubt, FindingCode.SERIAL_NOT_ISSUED).outcome());
        assertEquals(
                Explanation.Outcome.NOTHING_FOUND,
                judged(inDoubt, FindingCode.INTERCEPTION).outcome());
        assertEquals(
                Rules.ALL.stream().map(Rule::code).toList(),
                inDoubt.rules().stream().map(Explanation.Judged::rule).toList());
    }

    @Test
    void saysThatNothingCanBeCheckedWithoutARegistry() {
        Explanation without = new Inspector(Policy.standard())
                .explain(
                        new Dock().asScan(Dock.label(Dock.SHOE, Dock.SERIAL, "ABC123")),
                        new InMemoryRegistry(),
                        History.none(),
                        Locale.ENGLISH);
        for (FindingCode code : List.of(FindingCode.SERIAL_NOT_ISSUED, FindingCode.INTERCEPTION)) {
            assertEquals(Explanation.Outcome.NO_REGISTRY, judged(without, code).outcome());
        }
        assertEquals(
                Explanation.Outcome.FOUND,
                judged(without, FindingCode.REGISTRY_ABSENT).outcome());
    }

    @Test
    void showsWhatPolicyRightsAndClearanceMakeOfAnEffect() {
        Dock dock = new Dock()
                .withMark()
                .know(Dock.right(RightStatus.EXPIRED, null, LocalDate.of(2020, 1, 1), "EU"))
                .know(Dock.serials(SerialStatus.SOLD, "ABC123", Dock.SERIAL))
                .know(Dock.interceptionOfProduct("CLEAR-1", null, Dock.SERIAL, Effect.PASS));
        dock.policy = new Policy("p-1", Map.of(FindingCode.SERIAL_SPENT, Effect.HOLD), List.of(), Thresholds.STANDARD);

        Explanation.Weighed weighed = judged(
                        dock.explain(Dock.label(Dock.SHOE, Dock.SERIAL, "ABC123")), FindingCode.SERIAL_SPENT)
                .found()
                .get(0);

        assertEquals(Effect.REVIEW, weighed.standard());
        assertEquals(Effect.HOLD, weighed.decided());
        assertEquals(Effect.HOLD, weighed.raised());
        assertEquals(Effect.REVIEW, weighed.withRights());
        assertEquals(Effect.PASS, weighed.effect());
    }

    private static Explanation.Fact fact(Explanation explanation, String question) {
        return explanation.facts().stream()
                .filter(f -> f.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static Explanation.Judged judged(Explanation explanation, FindingCode code) {
        return explanation.rules().stream()
                .filter(r -> r.rule() == code)
                .findFirst()
                .orElseThrow();
    }
}
