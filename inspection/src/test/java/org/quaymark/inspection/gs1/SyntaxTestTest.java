package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTestTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "csum, 09506000134352, true",
        "csum, 09506000134353, false",
        "csumalpha, 1987654Ad4X4bL5ttr2310c2K, true",
        "csumalpha, 1987654Ad4X4bL5ttr2310c2J, false",
        "gcppos1, 9506ABC, true",
        "gcppos1, 950AABC, false",
        "yymmd0, 270200, true",
        "yymmd0, 280229, true",
        "yymmd0, 270229, false",
        "yymmdd, 270200, false",
        "yyyymmdd, 20000229, true",
        "yyyymmdd, 19000229, false",
        "hh, 23, true",
        "hh, 24, false",
        "mi, 60, false",
        "ss, 59, true",
        "hhmi, 2359, true",
        "hhmi, 2360, false",
        "iso3166, 276, true",
        "iso3166, 999, false",
        "iso3166999, 999, true",
        "iso3166alpha2, DE, true",
        "iso3166alpha2, XX, false",
        "iso4217, 978, true",
        "iso4217, 001, false",
        "iso5218, 9, true",
        "iso5218, 3, false",
        "zero, 0, true",
        "zero, 1, false",
        "nonzero, 0010, true",
        "nonzero, 0000, false",
        "nozeroprefix, 0, true",
        "nozeroprefix, 01, false",
        "hasnondigit, 12A, true",
        "hasnondigit, 123, false",
        "yesno, 1, true",
        "yesno, 2, false",
        "winding, 9, true",
        "winding, 2, false",
        "hyphen, -, true",
        "hyphen, +, false",
        "importeridx, _, true",
        "importeridx, =, false",
        "mediatype, 10, true",
        "mediatype, 79, false",
        "mediatype, 80, true",
        "pieceoftotal, 0102, true",
        "pieceoftotal, 0302, false",
        "pieceoftotal, 0000, false",
        "posinseqslash, 1/3, true",
        "posinseqslash, 4/3, false",
        "posinseqslash, 0/3, false",
        "pcenc, A%20B, true",
        "pcenc, A%2, false",
        "latitude, 1800000000, true",
        "latitude, 1800000001, false",
        "longitude, 3600000000, true",
        "longitude, 3600000001, false",
        "iban, BE71096123456769, true",
        "iban, BE71096123456760, false",
        "iban, XX36123456789012, false",
        "iban, NO9386011117947, true",
        "packagetype, PX, true",
        "packagetype, 201, true",
        "packagetype, 00, false",
        "packagetype, px, false",
        "couponcode, 012345612345611110123, true",
        "couponcode, 712345612345611110123, false",
        "couponcode, 01234561234561111012, false",
        "couponcode, 0123456123456111101234, false",
        "couponcode, 012345612345611115123, false",
        "couponcode, 0123456123456111101233301231, true",
        "couponcode, 01234561234561111012333012314301231, true",
        "couponcode, 01234561234561111012333012314310101, false",
        "couponcode, 012345612345611110123101110129, true",
        "couponcode, 012345612345611110123141110129, false",
        "couponcode, 01234561234561111012390000, true",
        "couponcode, 01234561234561111012330231, false",
        "couponposoffer, 001234561234560123456, true",
        "couponposoffer, 201234561234560123456, false",
        "couponposoffer, 0012345612345601234567, false",
    })
    void accepts(String test, String value, boolean passes) {
        assertEquals(passes, SyntaxTest.named(test).passes(value));
    }

    /** As many numeric codes as the standard has countries of two letters. */
    @Test
    void knowsEveryCountryByNumber() {
        int count = 0;
        for (int code = 0; code < 1000; code++) {
            count += Countries.isNumeric(String.format("%03d", code)) ? 1 : 0;
        }
        assertEquals(249, count);
    }
}
