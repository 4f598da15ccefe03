package org.quaymark.hub.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseLifeTest {
    /** action: from, from … → to; every pair that is not here is refused. */
    private static final List<String> STEPS = List.of(
            "assign: new assigned -> assigned",
            "detain: new assigned detained information-requested referred -> detained",
            "request-information: new assigned detained information-requested referred -> information-requested",
            "refer: new assigned detained information-requested referred -> referred",
            "confirm-infringement: detained information-requested referred -> infringement-confirmed",
            "confirm-genuine: new assigned detained information-requested referred -> genuine",
            "close-scanner-fault: new assigned detained information-requested referred -> scanner-fault",
            "close-registry-gap: new assigned detained information-requested referred -> registry-gap",
            "release: new assigned detained information-requested referred infringement-confirmed genuine -> released",
            "destroy: infringement-confirmed -> destroyed",
            "reinstate: infringement-confirmed genuine released -> reinstated",
            "appeal: detained information-requested referred infringement-confirmed destroyed -> same",
            "note: new assigned detained information-requested referred infringement-confirmed genuine scanner-fault"
                    + " registry-gap destroyed released reinstated merged -> same");

    @TestFactory
    Stream<DynamicTest> everyStepIsAllowedOrRefusedAsListed() {
        return STEPS.stream().flatMap(line -> {
            CaseAction action = Objects.requireNonNull(CaseAction.ofWireName(line.substring(0, line.indexOf(':'))));
            List<String> from = Arrays.asList(line.substring(line.indexOf(':') + 1, line.indexOf("->"))
                    .trim()
                    .split(" "));
            String to = line.substring(line.indexOf("->") + 2).trim();
            return Arrays.stream(CaseStatus.values())
                    .map(status -> DynamicTest.dynamicTest(status.wireName() + " " + action, () -> {
                        CaseStatus after = CaseLife.after(status, action);
                        if (!from.contains(status.wireName())) {
                            assertNull(after);
                        } else if (to.equals("same")) {
                            assertEquals(status, after);
                        } else {
                            assertEquals(to, after == null ? null : after.wireName());
                        }
                    }));
        });
    }

    @Test
    void everyActionIsListedAbove() {
        assertEquals(CaseAction.values().length, STEPS.size());
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void wireNamesReadBack(CaseStatus status) {
        assertEquals(status, CaseStatus.ofWireName(status.wireName()));
    }
}
