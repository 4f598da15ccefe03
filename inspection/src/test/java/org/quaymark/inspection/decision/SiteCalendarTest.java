package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quaymark.inspection.registry.Site;

class SiteCalendarTest {
    private final SiteCalendar calendar = new SiteCalendar();

    private LocalDate date(String at, @Nullable String timezone) {
        return calendar.date(Instant.parse(at), new Site("HAM1", null, "DE", null, null, timezone));
    }

    @Test
    void aDayEndsAtTheSitesMidnight() {
        assertEquals(LocalDate.of(2026, 11, 21), date("2026-11-21T22:59:59Z", "Europe/Berlin"));
        assertEquals(LocalDate.of(2026, 11, 22), date("2026-11-21T23:00:00Z", "Europe/Berlin"));
        assertEquals(LocalDate.of(2026, 11, 21), date("2026-11-21T23:00:00Z", "UTC"));
        assertEquals(LocalDate.of(2026, 11, 22), date("2026-11-21T23:00:00Z", "Europe/Berlin"));
    }

    @Test
    void withoutAZoneThatIsKnownItIsUniversalTime() {
        assertEquals(LocalDate.of(2026, 11, 21), date("2026-11-21T23:59:59Z", null));
        assertEquals(LocalDate.of(2026, 11, 21), date("2026-11-21T23:59:59Z", "Mars/Olympus"));
        assertEquals(LocalDate.of(2026, 11, 22), calendar.date(Instant.parse("2026-11-22T00:00:00Z"), null));
    }

    /** Havana puts its clocks back at 01:00, Santiago and Asunción at midnight: then the day before comes again for an hour. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Havana", "America/Santiago", "America/Asuncion", "Europe/Berlin", "Pacific/Apia"})
    void isWhatTheTimeZoneSaysInWhateverOrderItIsAsked(String timezone) {
        Site site = new Site("S1", null, "CL", null, null, timezone);
        ZoneId zone = ZoneId.of(timezone);
        SplittableRandom random = new SplittableRandom(7);
        for (Instant around : List.of(
                Instant.parse("2011-12-30T10:00:00Z"),
                Instant.parse("2023-03-26T03:00:00Z"),
                Instant.parse("2023-04-02T03:00:00Z"),
                Instant.parse("2023-11-05T05:00:00Z"))) {
            for (int i = 0; i < 5_000; i++) {
                Instant at = around.plusSeconds(random.nextInt(-200_000, 200_000));
                assertEquals(LocalDate.ofInstant(at, zone), calendar.date(at, site), at.toString());
            }
        }
    }
}
