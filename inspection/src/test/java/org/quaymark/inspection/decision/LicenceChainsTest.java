package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quaymark.inspection.decision.Dock.licence;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.LicenceStatus;

class LicenceChainsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void aChainOfSublicensableLicencesReachesItsEnd() {
        LicenceChains chains =
                chains(licence("1", "acme", "a", true), licence("2", "a", "b", true), licence("3", "b", "c", false));
        assertTrue(chains.reach("a"));
        assertTrue(chains.reach("b"));
        assertTrue(chains.reach("c"));
        assertFalse(chains.reach("d"));
        assertFalse(chains.reach("acme"));
    }

    @Test
    void whatCannotBeSublicensedEndsTheChain() {
        LicenceChains chains = chains(licence("1", "acme", "a", false), licence("2", "a", "b", true));
        assertTrue(chains.reach("a"));
        assertFalse(chains.reach("b"));
        assertNull(chains.lapsedOnTheWayTo("b"));
    }

    @Test
    void aSecondLicenceOfTheSamePartyMayLetItSublicense() {
        LicenceChains chains = chains(
                licence("1", "acme", "a", false), licence("2", "acme", "a", true), licence("3", "a", "b", false));
        assertTrue(chains.reach("b"));
    }

    @Test
    void aMissingLinkBreaksTheChain() {
        assertFalse(chains(licence("1", "acme", "a", true), licence("3", "b", "c", false))
                .reach("c"));
    }

    @Test
    void aLapsedLinkBreaksTheChainAndIsTheOneNamed() {
        LicenceChains chains = chains(
                licence("1", "acme", "a", true),
                licence("2", "a", "b", true, null, TODAY.minusDays(1), LicenceStatus.ACTIVE),
                licence("3", "b", "c", false));
        assertTrue(chains.reach("a"));
        assertFalse(chains.reach("c"));
        assertEquals("2", id(chains.lapsedOnTheWayTo("c")));
        assertNull(chains.lapsedOnTheWayTo("d"));
    }

    @Test
    void licencesInACircleEnd() {
        LicenceChains chains = chains(
                licence("1", "acme", "a", true),
                licence("2", "a", "b", true),
                licence("3", "b", "a", true),
                licence("4", "b", "acme", true),
                licence("5", "c", "d", true),
                licence("6", "d", "c", true),
                licence("7", "a", "a", true));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertTrue(chains.reach("b"));
            assertFalse(chains.reach("c"));
            assertNull(chains.lapsedOnTheWayTo("c"));
        });
    }

    @Test
    void lapsedLicencesInACircleEnd() {
        LicenceChains chains = chains(
                licence("1", "acme", "a", true, null, null, LicenceStatus.TERMINATED),
                licence("2", "a", "b", true, null, null, LicenceStatus.ACTIVE),
                licence("3", "b", "a", true, null, null, LicenceStatus.ACTIVE));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals("1", id(chains.lapsedOnTheWayTo("b"))));
    }

    @Test
    void whichOneIsNamedDoesNotDependOnTheirOrder() {
        List<Licence> licences = new ArrayList<>(List.of(
                licence("1", "acme", "a", false, null, null, LicenceStatus.TERMINATED),
                licence("2", "acme", "a", false, null, null, LicenceStatus.SUSPENDED)));
        assertEquals("1", id(new LicenceChains(Set.of("acme"), licences, TODAY).lapsedOnTheWayTo("a")));
        Collections.reverse(licences);
        assertEquals("1", id(new LicenceChains(Set.of("acme"), licences, TODAY).lapsedOnTheWayTo("a")));
    }

    private static String id(@Nullable Licence licence) {
        assertNotNull(licence);
        return licence.id();
    }

    private static LicenceChains chains(Licence... licences) {
        return new LicenceChains(Set.of("acme"), List.of(licences), TODAY);
    }
}
