package org.quaymark.edge.dock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.process.json.Json;

/**
 * A scan as the page shows it.
 *
 * @param word the verdict in one word
 * @param sentences what to do and why, in the viewer's language
 * @param at ISO 8601, UTC
 */
public record ScanView(
        Effect effect,
        String word,
        List<String> sentences,
        @Nullable String product,
        @Nullable String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String parcel,
        String device,
        @Nullable String deviceStatus,
        String at) {
    /** The goods in one line: the product's name, else what is known of them. */
    public String what() {
        if (product != null) {
            return serial == null ? product : product + " · " + serial;
        }
        if (gtin != null) {
            return serial == null ? gtin : gtin + " · " + serial;
        }
        return parcel == null ? "—" : parcel;
    }

    static ScanView of(Shown shown, @Nullable String deviceStatus, Words words) {
        Verdict verdict = shown.verdict();
        var identified = verdict.identified();
        String parcel =
                identified.parcel() != null ? identified.parcel() : shown.scan().parcel();
        return new ScanView(
                verdict.verdict(),
                words.of(verdict.verdict()),
                sentences(verdict, words),
                product(verdict.product()),
                identified.gtin(),
                identified.lot(),
                identified.serial(),
                parcel != null ? parcel : identified.sscc(),
                shown.scan().device(),
                deviceStatus,
                Json.millis(verdict.at()));
    }

    private static List<String> sentences(Verdict verdict, Words words) {
        return verdict.locale().equals(words.tag())
                ? List.of(verdict.instruction())
                : List.of(words.of("do." + verdict.verdict().name()));
    }

    private static @Nullable String product(Verdict.@Nullable ProductName name) {
        if (name == null) {
            return null;
        }
        String brand = name.brand() == null ? "" : name.brand();
        String product = name.name() == null ? "" : name.name();
        String both = (brand + " " + product).strip();
        return both.isEmpty() ? null : both;
    }
}
