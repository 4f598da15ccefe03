package org.quaymark.hub.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.retro.Explained;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/** Why a sighting has its verdict, as the case's page shows it. */
public record WhyView(Explained of) {
    private static final int LONGEST_CODE = 200;

    /** What a code said, with what cannot be seen made visible. */
    public static String code(Explanation.Read read) {
        String data = read.code().data().replace("\u001d", " ⟨GS⟩ ");
        String shown = data.codePoints()
                .limit(LONGEST_CODE)
                .map(c -> Character.isISOControl(c) ? '·' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return data.length() > LONGEST_CODE ? shown + " …" : shown;
    }

    /** A rule's key among the texts. */
    public static String outcome(Explanation.Judged judged) {
        return "outcome." + judged.outcome().name().toLowerCase(Locale.ROOT);
    }

    /** The rules that found something. */
    public List<Explanation.Judged> found() {
        return of.explanation().rules().stream()
                .filter(judged -> judged.outcome() == Explanation.Outcome.FOUND)
                .toList();
    }

    /** The rules that did not. */
    public List<Explanation.Judged> others() {
        return of.explanation().rules().stream()
                .filter(judged -> judged.outcome() != Explanation.Outcome.FOUND)
                .toList();
    }

    /** What the registry answered, in a line; null where it knew nothing. */
    public static @Nullable String answer(Explanation.Fact fact) {
        return fact.answers().isEmpty()
                ? null
                : fact.answers().stream()
                        .map(answer -> line(answer.record()))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /** The changes it is from, such as {@code 12, 14}; empty where none is known. */
    public static String changes(Explanation.Fact fact) {
        if (fact.answers().isEmpty()) {
            return fact.changed() == null ? "" : fact.changed().toString();
        }
        return fact.answers().stream()
                .filter(answer -> answer.changed() != null)
                .map(answer -> String.valueOf(answer.changed()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What of a record verdicts mostly hang on. */
    private static String line(Record record) {
        if (record instanceof Product product) {
            return words(product.brand(), product.name(), product.serialisation());
        }
        if (record instanceof Batch batch) {
            return words(batch.status(), batch.expiry(), String.join(" ", batch.markets()));
        }
        if (record instanceof Unit unit) {
            return words(unit.status(), unit.lot());
        }
        if (record instanceof Right right) {
            return words(right.status(), String.join(" ", right.territories()), right.validTo());
        }
        if (record instanceof Party party) {
            return words(party.name(), party.status());
        }
        if (record instanceof Site site) {
            return words(site.name(), site.country());
        }
        if (record instanceof Prefix prefix) {
            return words(prefix.prefix(), prefix.holder());
        }
        if (record instanceof Manifest manifest) {
            return words(
                    manifest.consignor(),
                    manifest.destination(),
                    manifest.items().size() + " ×");
        }
        if (record instanceof Licence licence) {
            return words(licence.id(), licence.licensee(), licence.status(), licence.validTo());
        }
        if (record instanceof Interception interception) {
            return words(interception.id(), interception.effect(), interception.status(), interception.requestedBy());
        }
        return record.toString();
    }

    private static String words(@Nullable Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            if (value != null && !value.toString().isEmpty()) {
                line.append(line.isEmpty() ? "" : " · ")
                        .append(value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : value);
            }
        }
        return line.toString();
    }
}
