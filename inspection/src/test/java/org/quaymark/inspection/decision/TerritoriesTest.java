package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TerritoriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void theUnionHas27MembersAndTheEconomicArea30() {
        assertEquals(27, countriesOf("EU").filter(c -> !isPartOfOne(c)).count());
        assertEquals(30, countriesOf("EEA").filter(c -> !isPartOfOne(c)).count());
        assertEquals(Locale.getISOCountries().length, countriesOf("WW").count());
    }

    @Test
    void switzerlandTheKingdomAndTheStatesAreInNeither() {
        for (String country : List.of("CH", "GB", "US", "TR")) {
            assertFalse(Territories.covers("EU", country, TODAY));
            assertFalse(Territories.covers("EEA", country, TODAY));
        }
    }

    @Test
    void theEconomicAreaIsTheUnionAndThreeMore() {
        for (String country : List.of("IS", "LI", "NO")) {
            assertTrue(Territories.covers("EEA", country, TODAY));
            assertFalse(Territories.covers("EU", country, TODAY));
        }
        assertFalse(Territories.covers("EEA", "LI", LocalDate.of(1995, 4, 30)));
        assertTrue(Territories.covers("EEA", "LI", LocalDate.of(1995, 5, 1)));
    }

    @Test
    void membersCountFromTheDayTheyJoined() {
        assertFalse(Territories.covers("EU", "HR", LocalDate.of(2013, 6, 30)));
        assertTrue(Territories.covers("EU", "HR", LocalDate.of(2013, 7, 1)));
        assertFalse(Territories.covers("EU", "PL", LocalDate.of(2004, 4, 30)));
        assertTrue(Territories.covers("EU", "PL", LocalDate.of(2004, 5, 1)));
    }

    @Test
    void theKingdomCountsUntilTheTransitionEnded() {
        assertTrue(Territories.covers("EU", "GB", LocalDate.of(2020, 12, 31)));
        assertFalse(Territories.covers("EU", "GB", LocalDate.of(2021, 1, 1)));
        assertFalse(Territories.covers("EU", "GB", LocalDate.of(1972, 12, 31)));
    }

    @Test
    void aCountryIsItself() {
        assertTrue(Territories.covers("DE", "DE", TODAY));
        assertFalse(Territories.covers("DE", "FR", TODAY));
        assertTrue(Territories.covers("EL", "GR", TODAY));
        assertTrue(Territories.covers("GB", "UK", TODAY));
        assertTrue(Territories.cover(List.of("CH", "EU"), "AT", TODAY));
        assertFalse(Territories.cover(List.of(), "AT", TODAY));
    }

    @Test
    void whatIsPartOfAMemberUnderItsOwnCodeCountsAsThatMember() {
        assertTrue(Territories.covers("FR", "RE", TODAY));
        assertTrue(Territories.covers("RE", "RE", TODAY));
        assertFalse(Territories.covers("RE", "FR", TODAY));
        assertTrue(Territories.covers("EU", "AX", TODAY));
    }

    @Test
    void goodsOnOneMarketOfTheEconomicAreaMayBeInAllOfIt() {
        assertTrue(Territories.mayTravel(List.of("DE"), "NO", TODAY));
        assertTrue(Territories.mayTravel(List.of("EU"), "LI", TODAY));
        assertTrue(Territories.mayTravel(List.of("EEA"), "RE", TODAY));
        assertTrue(Territories.mayTravel(List.of("IS"), "PT", TODAY));
        assertTrue(Territories.mayTravel(List.of("US", "RE"), "DE", TODAY));
    }

    @Test
    void theAreaEndsAtItsBorder() {
        assertFalse(Territories.mayTravel(List.of("DE"), "CH", TODAY));
        assertFalse(Territories.mayTravel(List.of("EEA"), "GB", TODAY));
        assertFalse(Territories.mayTravel(List.of("CH", "US"), "DE", TODAY));
        assertFalse(Territories.mayTravel(List.of("GB"), "DE", LocalDate.of(2021, 1, 1)));
        assertTrue(Territories.mayTravel(List.of("GB"), "DE", LocalDate.of(2020, 12, 31)));
        assertTrue(Territories.mayTravel(List.of("WW"), "BR", TODAY));
    }

    private static Stream<String> countriesOf(String territory) {
        return Stream.of(Locale.getISOCountries()).filter(c -> Territories.covers(territory, c, TODAY));
    }

    private static boolean isPartOfOne(String country) {
        return List.of("GP", "GF", "MQ", "RE", "YT", "MF", "AX").contains(country);
    }
}
