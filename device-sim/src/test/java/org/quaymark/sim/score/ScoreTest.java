package org.quaymark.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.sim.scenario.TruthLine;

class ScoreTest {
    private static Score of(List<String> expected, @Nullable String verdict) {
        TruthLine truth = new TruthLine("s", "x", null, expected);
        return Score.of(List.of(truth), List.of(new VerdictLine("s", verdict, List.of(), null, 5, 1)));
    }

    @Test
    void findsGoodsThatAreStopped() {
        Score score = of(List.of("HOLD"), "HOLD");
        assertEquals(1, score.toFind());
        assertEquals(1, score.found());
        assertEquals(1, score.asExpected());
    }

    @Test
    void missesGoodsThatHadToBeStoppedAndWereNot() {
        assertEquals(1, of(List.of("HOLD"), "PASS").missed());
        assertEquals(1, of(List.of("HOLD"), "PASS").accepted());
        assertEquals(1, of(List.of("REVIEW"), "RESCAN").missed());
        assertEquals(0, of(List.of("REVIEW"), "RESCAN").accepted());
    }

    @Test
    void accusesWhereNothingIsWrong() {
        assertEquals(1, of(List.of("PASS"), "REVIEW").accused());
        assertEquals(1, of(List.of("RESCAN"), "HOLD").accused());
        assertEquals(0, of(List.of("RESCAN", "HOLD"), "HOLD").accused());
    }

    @Test
    void acceptsWronglyWhatHadToBeScannedAgain() {
        Score score = of(List.of("RESCAN"), "PASS");
        assertEquals(1, score.accepted());
        assertEquals(0, score.missed());
    }

    @Test
    void neitherAccusesNorAcceptsWhereItAsksAgain() {
        Score score = of(List.of("PASS"), "RESCAN");
        assertEquals(1, score.different());
        assertEquals(0, score.accused() + score.accepted() + score.missed());
    }

    @Test
    void countsStoppedTheOtherWayAsFound() {
        Score score = of(List.of("REVIEW"), "HOLD");
        assertEquals(1, score.found());
        assertEquals(1, score.different());
    }

    @Test
    void countsScansWithoutAVerdictAndWithoutALine() {
        assertEquals(1, of(List.of("PASS"), null).unanswered());
        TruthLine truth = new TruthLine("s", "x", null, List.of("HOLD"));
        assertEquals(1, Score.of(List.of(truth), List.of()).unanswered());
    }
}
