package org.quaymark.inspection.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What territories stand for on a day: countries (ISO 3166-1 alpha-2), {@code EU}, {@code EEA}, {@code WW}. The members and
 * the days they joined and left are a table in here. What is part of a member under a code of its own, such as Réunion,
 * counts as that member.
 */
final class Territories {
    static final String EU = "EU";
    static final String EEA = "EEA";
    static final String WORLD = "WW";

    /** Others' codes for a country. */
    private static final Map<String, String> ALIASES = Map.of("EL", "GR", "UK", "GB");

    /** TFEU Art. 349 and 355(4): the Union's law applies there. */
    private static final Map<String, String> PART_OF =
            Map.of("GP", "FR", "GF", "FR", "MQ", "FR", "RE", "FR", "YT", "FR", "MF", "FR", "AX", "FI");

    private static final Map<String, Membership> EU_MEMBERS = euMembers();
    /** Agreement on the European Economic Area: the states that are not of the Union. */
    private static final Map<String, Membership> EFTA_MEMBERS = Map.of(
            "IS", Membership.since(1994, 1, 1),
            "NO", Membership.since(1994, 1, 1),
            "LI", Membership.since(1995, 5, 1));

    private Territories() {}

    /**
     * Days of a membership.
     *
     * @param from first day, inclusive
     * @param to last day, inclusive; null where it lasts
     */
    private record Membership(LocalDate from, @Nullable LocalDate to) {
        static Membership since(int year, int month, int day) {
            return new Membership(LocalDate.of(year, month, day), null);
        }

        boolean at(LocalDate date) {
            return !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }

    /** Whether one of the territories has the country in it on that day. */
    static boolean cover(List<String> territories, String country, LocalDate date) {
        for (String territory : territories) {
            if (covers(territory, country, date)) {
                return true;
            }
        }
        return false;
    }

    static boolean covers(String territory, String country, LocalDate date) {
        String wanted = sovereign(country);
        return switch (territory) {
            case WORLD -> true;
            case EU -> isInEu(wanted, date);
            case EEA -> isInEea(wanted, date);
            default ->
                plain(territory).equals(plain(country)) || plain(territory).equals(wanted);
        };
    }

    /**
     * Whether goods that their holder put on these markets may be in that country: it is one of them, or both are in one
     * exhaustion area, where goods lawfully sold once travel freely (Dir. 2015/2436 Art. 15, EEA Agreement Protocol 28 Art. 2).
     */
    static boolean mayTravel(List<String> markets, String country, LocalDate date) {
        if (cover(markets, country, date)) {
            return true;
        }
        return isInEea(sovereign(country), date) && markets.stream().anyMatch(market -> isOfEea(market, date));
    }

    private static boolean isOfEea(String market, LocalDate date) {
        return market.equals(EU) || market.equals(EEA) || isInEea(sovereign(market), date);
    }

    private static boolean isInEu(String country, LocalDate date) {
        Membership membership = EU_MEMBERS.get(country);
        return membership != null && membership.at(date);
    }

    private static boolean isInEea(String country, LocalDate date) {
        Membership membership = EFTA_MEMBERS.get(country);
        return isInEu(country, date) || (membership != null && membership.at(date));
    }

    private static String sovereign(String country) {
        String plain = plain(country);
        return PART_OF.getOrDefault(plain, plain);
    }

    private static String plain(String country) {
        return ALIASES.getOrDefault(country, country);
    }

    private static Map<String, Membership> euMembers() {
        Map<String, Membership> members = new HashMap<>();
        join(members, LocalDate.of(1958, 1, 1), "BE", "DE", "FR", "IT", "LU", "NL");
        join(members, LocalDate.of(1973, 1, 1), "DK", "IE");
        join(members, LocalDate.of(1981, 1, 1), "GR");
        join(members, LocalDate.of(1986, 1, 1), "ES", "PT");
        join(members, LocalDate.of(1995, 1, 1), "AT", "FI", "SE");
        join(members, LocalDate.of(2004, 5, 1), "CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK");
        join(members, LocalDate.of(2007, 1, 1), "BG", "RO");
        join(members, LocalDate.of(2013, 7, 1), "HR");
        // Until the end of the transition period (Withdrawal Agreement Art. 126).
        members.put("GB", new Membership(LocalDate.of(1973, 1, 1), LocalDate.of(2020, 12, 31)));
        return Map.copyOf(members);
    }

    private static void join(Map<String, Membership> members, LocalDate day, String... countries) {
        for (String country : countries) {
            members.put(country, new Membership(day, null));
        }
    }
}
