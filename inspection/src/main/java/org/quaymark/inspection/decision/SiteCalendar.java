package org.quaymark.inspection.decision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Site;

/** The date at a site. Remembers the last day it was asked for: nearly every scan is of the same as the one before. Thread-safe. */
final class SiteCalendar {
    private volatile Day last = new Day(null, 0, 0, LocalDate.EPOCH);

    /** A day from its first second to before the next one's, in seconds of the epoch. */
    private record Day(@Nullable String timezone, long from, long to, LocalDate date) {
        boolean has(@Nullable String zone, long second) {
            return second >= from && second < to && Objects.equals(timezone, zone);
        }
    }

    /** UTC's where the site or its time zone is not known. */
    LocalDate date(Instant at, @Nullable Site site) {
        String timezone = site == null ? null : site.timezone();
        Day day = last;
        if (!day.has(timezone, at.getEpochSecond())) {
            day = day(at, timezone);
            last = day;
        }
        return day.date;
    }

    private static Day day(Instant at, @Nullable String timezone) {
        ZoneId zone = zone(timezone);
        LocalDate date = LocalDate.ofInstant(at, zone);
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(from.minusSeconds(1));
        // Where clocks are put back over midnight, a day comes in two pieces: that one is not remembered.
        boolean whole = change == null || !change.getInstant().isBefore(to);
        return whole ? new Day(timezone, from.getEpochSecond(), to.getEpochSecond(), date) : new Day(null, 0, 0, date);
    }

    private static ZoneId zone(@Nullable String timezone) {
        try {
            return timezone == null ? ZoneOffset.UTC : ZoneId.of(timezone);
        } catch (DateTimeException unknownZone) {
            return ZoneOffset.UTC;
        }
    }
}
