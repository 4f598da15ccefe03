package org.quaymark.inspection.gs1;

import java.time.LocalDate;
import java.time.YearMonth;
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
        YearMonth month = YearMonth.of(
                year(Digits.number(yymmdd.substring(0, 2)), reference.getYear()),
                Digits.number(yymmdd.substring(2, 4)));
        int day = Digits.number(yymmdd.substring(4, 6));
        if (day > month.lengthOfMonth()) {
            return null;
        }
        return day == 0 ? month.atEndOfMonth() : month.atDay(day);
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
        int year = Digits.number(yymmdd.substring(0, 2));
        int month = Digits.number(yymmdd.substring(2, 4));
        int day = Digits.number(yymmdd.substring(4, 6));
        if (month < 1 || month > 12 || (day == 0 && !dayMayBeOpen)) {
            return false;
        }
        // Within the sliding window until 2050, a year is a leap year exactly where its two digits say so.
        return day <= YearMonth.of(2000 + year, month).lengthOfMonth();
    }
}
