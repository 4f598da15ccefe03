package org.quaymark.inspection.gs1;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** Dates of six digits, YYMMDD (GenSpecs 3.4, 7.12). */
public final class Gs1Date {
    private Gs1Date() {}

    /**
     * The day meant, by the sliding window of a century around a reference: 49 years back to 50 ahead (GenSpecs 7.12). Day
     * 00 is the month's last.
     *
     * @param yymmdd six digits
     * @return null where that is no date
     */
    public static @Nullable LocalDate resolve(String yymmdd, LocalDate reference) {
        if (!isDate(yymmdd, true)) {
            return null;
        }
        int year = year(Digits.two(yymmdd, 0), reference.getYear());
        int month = Digits.two(yymmdd, 2);
        int day = Digits.two(yymmdd, 4);
        int last = daysIn(year, month);
        return day > last ? null : LocalDate.of(year, month, day == 0 ? last : day);
    }

    /** Whether the day is left open: 00. */
    public static boolean isMonthOnly(String yymmdd) {
        return yymmdd.length() == 6 && yymmdd.endsWith("00");
    }

    private static int year(int twoDigits, int referenceYear) {
        int century = referenceYear / 100;
        int difference = twoDigits - referenceYear % 100;
        if (difference >= 51) {
            century--;
        } else if (difference <= -50) {
            century++;
        }
        return century * 100 + twoDigits;
    }

    static boolean isDate(String yymmdd, boolean dayMayBeOpen) {
        if (yymmdd.length() != 6 || !Digits.only(yymmdd)) {
            return false;
        }
        // Within the sliding window until 2050, a year is a leap year exactly where its two digits say so.
        return isDay(2000 + Digits.two(yymmdd, 0), yymmdd, 2, dayMayBeOpen);
    }

    /** Whether that is a date with the year in full. */
    static boolean isFullDate(String yyyymmdd) {
        return yyyymmdd.length() == 8
                && Digits.only(yyyymmdd)
                && isDay(Digits.two(yyyymmdd, 0) * 100 + Digits.two(yyyymmdd, 2), yyyymmdd, 4, false);
    }

    private static boolean isDay(int year, String digits, int at, boolean mayBeOpen) {
        int month = Digits.two(digits, at);
        int day = Digits.two(digits, at + 2);
        return month >= 1 && month <= 12 && (day > 0 || mayBeOpen) && day <= daysIn(year, month);
    }

    private static int daysIn(int year, int month) {
        return Month.of(month).length(Year.isLeap(year));
    }
}
