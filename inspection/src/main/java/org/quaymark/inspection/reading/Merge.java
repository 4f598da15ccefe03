package org.quaymark.inspection.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.Element;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.gs1.Gs1Error;
import org.quaymark.inspection.postal.S10;

/** Puts the codes of one scan together: they are on one parcel and one item, as a worker scans one thing at a time. */
final class Merge {
    private final Scan scan;
    private final List<CodeReading> inScanOrder;

    /** In an order of their own: which one the scanner sent first changes nothing. */
    private final List<CodeReading> codes;

    Merge(Scan scan, List<CodeReading> codes) {
        this.scan = scan;
        this.inScanOrder = codes;
        this.codes = codes.size() == 1
                ? codes
                : codes.stream()
                        .sorted(Comparator.comparing(
                                        (CodeReading reading) -> reading.code().data())
                                .thenComparing(
                                        reading -> String.valueOf(reading.code().symbology())))
                        .toList();
    }

    Reading reading() {
        CodeReading only = codes.size() == 1 ? codes.get(0) : null;
        boolean alone = only != null
                && only.isSure()
                && only.identification().gtin() != null
                && only.identification().sscc() == null
                && scan.parcel() == null;
        return only != null && alone ? ofOne(only) : ofAll();
    }

    /** The same as {@link #ofAll}, for what nearly every scan is and has to be quick: one code, of one item. */
    private Reading ofOne(CodeReading code) {
        List<Gs1Error> errors = ElementString.associationErrors(code.elements());
        Certainty certainty = errors.isEmpty() ? code.certainty() : Certainty.DOUBTFUL;
        return new Reading(
                code.identification(),
                certainty,
                List.of(),
                code.code(),
                code.repaired(),
                errors.isEmpty() ? 1 : 0,
                holdsContents(code),
                code.expiryDayOpen(),
                List.of(),
                errors,
                codes);
    }

    /** What all the codes say, however many there are. */
    Reading ofAll() {
        List<CodeReading> sure = codes.stream()
                .filter(CodeReading::isSure)
                .sorted(Comparator.comparingInt(Merge::richness).reversed())
                .toList();
        CodeReading main = sure.stream()
                .filter(c -> c.identification().gtin() != null)
                .findFirst()
                .orElse(null);
        List<CodeReading> agreeing = sure.stream().filter(c -> agrees(c, main)).toList();
        List<Gs1Error> errors = associationErrors(agreeing);
        Identification item = merged(agreeing, main);
        Certainty certainty = certainty(sure, main, item, errors);
        return new Reading(
                item,
                certainty,
                parcels(),
                source(main),
                agreeing.stream().flatMap(c -> c.repaired().stream()).distinct().toList(),
                certainty == Certainty.DOUBTFUL ? provedReadings() : certainty == Certainty.NONE ? 0 : 1,
                main != null && holdsContents(main),
                agreeing.stream().anyMatch(CodeReading::expiryDayOpen),
                disagreeing(sure),
                errors,
                inScanOrder);
    }

    private static boolean holdsContents(CodeReading code) {
        return has(code.elements(), "02");
    }

    private static boolean has(List<Element> elements, String ai) {
        for (Element element : elements) {
            if (element.ai().equals(ai)) {
                return true;
            }
        }
        return false;
    }

    /** How much a code tells: the code with the serial leads, the plain EAN follows. */
    private static int richness(CodeReading code) {
        Identification item = code.identification();
        return (item.gtin() == null ? 0 : 8)
                + (item.serial() == null ? 0 : 4)
                + (item.lot() == null ? 0 : 2)
                + (item.expiry() == null ? 0 : 1);
    }

    private static boolean agrees(CodeReading code, @Nullable CodeReading main) {
        if (main == null || code.equals(main)) {
            return true;
        }
        Identification a = code.identification();
        Identification b = main.identification();
        return compatible(a.gtin(), b.gtin())
                && compatible(a.lot(), b.lot())
                && compatible(a.serial(), b.serial())
                && compatible(a.expiry(), b.expiry());
    }

    private static boolean compatible(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null || a.equals(b);
    }

    private Identification merged(List<CodeReading> agreeing, @Nullable CodeReading main) {
        List<String> parcels = parcels();
        return new Identification(
                main == null ? null : main.identification().gtin(),
                first(agreeing, Identification::lot),
                first(agreeing, Identification::serial),
                first(agreeing, Identification::expiry),
                first(codes, Identification::sscc),
                parcels.isEmpty() ? null : parcels.get(0));
    }

    private static <T> @Nullable T first(List<CodeReading> codes, Function<Identification, @Nullable T> field) {
        for (CodeReading code : codes) {
            T value = field.apply(code.identification());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** What the device says goes before what was read, a postal number before a logistic unit's. */
    private List<String> parcels() {
        Set<String> parcels = new LinkedHashSet<>();
        String said = scan.parcel();
        if (said != null && !said.isBlank()) {
            String s10 = S10.normalise(said);
            parcels.add(s10 == null ? said.strip() : s10);
        }
        codes.stream()
                .filter(c -> c.kind() == CodeKind.PARCEL)
                .map(c -> c.identification().parcel())
                .filter(Objects::nonNull)
                .forEach(parcels::add);
        codes.stream()
                .map(c -> c.identification().sscc())
                .filter(Objects::nonNull)
                .forEach(parcels::add);
        return List.copyOf(parcels);
    }

    private static List<Gs1Error> associationErrors(List<CodeReading> agreeing) {
        List<Element> elements = new ArrayList<>();
        boolean plainGtin = false;
        for (CodeReading code : agreeing) {
            elements.addAll(code.elements());
            plainGtin |= code.kind() == CodeKind.PLAIN_GTIN;
        }
        if (elements.isEmpty()) {
            return List.of();
        }
        if (plainGtin && !has(elements, "01") && !has(elements, "02")) {
            elements.add(new Element("01", "", 0));
        }
        return ElementString.associationErrors(elements);
    }

    private Certainty certainty(
            List<CodeReading> sure, @Nullable CodeReading main, Identification item, List<Gs1Error> errors) {
        boolean doubt = codes.stream().anyMatch(c -> c.certainty() == Certainty.DOUBTFUL && !isSaidParcel(c));
        if (main != null) {
            boolean toldApart = item.serial() != null || item.lot() != null;
            // A second code that cannot be read matters only where it may be the one that tells the item apart.
            boolean missing = !toldApart
                    && codes.stream()
                            .anyMatch(c -> c.certainty() == Certainty.DOUBTFUL && c.kind() != CodeKind.UNKNOWN);
            if (missing || !errors.isEmpty()) {
                return Certainty.DOUBTFUL;
            }
            return sure.stream().anyMatch(c -> c.certainty() == Certainty.REPAIRED)
                    ? Certainty.REPAIRED
                    : Certainty.CLEAN;
        }
        if (doubt || !errors.isEmpty()) {
            return Certainty.DOUBTFUL;
        }
        boolean nothing = codes.stream().allMatch(c -> c.kind() == CodeKind.WEB_ADDRESS)
                && parcels().isEmpty();
        return nothing ? Certainty.DOUBTFUL : Certainty.NONE;
    }

    /** A carrier's number has no form of its own; where the device says that is the parcel, it is. */
    private boolean isSaidParcel(CodeReading code) {
        return scan.parcel() != null
                && scan.parcel()
                        .strip()
                        .equals(Envelope.open(code.code()).data().strip());
    }

    private @Nullable Code source(@Nullable CodeReading main) {
        if (main != null) {
            return main.code();
        }
        return codes.stream()
                .filter(c -> c.certainty() == Certainty.DOUBTFUL)
                .findFirst()
                .or(() -> codes.stream().findFirst())
                .map(CodeReading::code)
                .orElse(null);
    }

    private int provedReadings() {
        return codes.stream()
                .filter(c -> c.certainty() == Certainty.DOUBTFUL)
                .mapToInt(CodeReading::hypotheses)
                .max()
                .orElse(0);
    }

    private static List<String> disagreeing(List<CodeReading> sure) {
        List<String> fields = new ArrayList<>();
        addIfSeveral(fields, "gtin", sure, Identification::gtin);
        addIfSeveral(fields, "lot", sure, Identification::lot);
        addIfSeveral(fields, "serial", sure, Identification::serial);
        return fields;
    }

    private static void addIfSeveral(
            List<String> fields,
            String name,
            List<CodeReading> sure,
            Function<Identification, @Nullable String> field) {
        long values = sure.stream()
                .map(c -> field.apply(c.identification()))
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (values > 1) {
            fields.add(name);
        }
    }
}
