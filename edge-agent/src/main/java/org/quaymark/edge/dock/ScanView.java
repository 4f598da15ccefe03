package org.quaymark.edge.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Sentences;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.process.json.Json;

/**
 * A scan as the page shows it.
 *
 * @param word the verdict in one word
 * @param sentences what to do and why, in the viewer's language
 * @param at ISO 8601, UTC
 * @param again that it was decided again since, and what was said first; null where it was not
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
        String at,
        @Nullable String again) {
    private static final int MOST_REASONS = 2;

    /** What the worker may answer next by a code of the sheet. */
    public List<ControlCode> answers() {
        return switch (effect) {
            case RESCAN -> List.of(ControlCode.DAMAGED_LABEL);
            case REVIEW, HOLD -> List.of(ControlCode.HELD, ControlCode.HELP);
            case PASS, UNCHECKED -> List.of();
        };
    }

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
                sentences(verdict, Locale.forLanguageTag(words.tag())),
                product(verdict.product()),
                identified.gtin(),
                identified.lot(),
                identified.serial(),
                parcel != null ? parcel : identified.sscc(),
                shown.scan().device(),
                deviceStatus,
                Json.millis(verdict.at()),
                shown.first() == null ? null : words.of("decided-again").replace("{0}", words.of(shown.first())));
    }

    private static List<String> sentences(Verdict verdict, Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Sentences.of(verdict.verdict(), locale));
        for (Finding finding : verdict.findings()) {
            boolean weighs = finding.effect() != Effect.PASS || verdict.verdict() == Effect.PASS;
            if (weighs && sentences.size() <= MOST_REASONS) {
                sentences.add(Sentences.of(finding.code(), locale));
                String reason = finding.detail().get("reason");
                if (finding.code() == FindingCode.INTERCEPTION && reason != null) {
                    sentences.add(reason);
                }
            }
        }
        return sentences.stream().distinct().toList();
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
