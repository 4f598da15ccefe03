package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quaymark.inspection.reading.ControlCode;

/**
 * What a worker is told, in plain words: first what to do, by the effect, then why, by the finding. A policy may change the
 * effect of a finding, so neither half ever says the other's part.
 */
public final class Sentences {
    /** The languages we speak; the first where another is asked for. */
    public static final List<Locale> LOCALES = List.of(
            Locale.forLanguageTag("en"),
            Locale.forLanguageTag("de"),
            Locale.forLanguageTag("fr"),
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("zh"),
            Locale.forLanguageTag("ar"));

    private static final Set<FindingCode> SAID_WITH_PASS = Set.of(
            FindingCode.READING_REPAIRED,
            FindingCode.PRODUCT_UNKNOWN,
            FindingCode.RIGHT_NOT_IN_FORCE,
            FindingCode.REGISTRY_STALE);

    private static final Map<Locale, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Sentences() {}

    /** The language of ours that serves somebody of that locale. */
    public static Locale spoken(Locale locale) {
        for (Locale ours : LOCALES) {
            if (ours.getLanguage().equals(locale.getLanguage())) {
                return ours;
            }
        }
        return LOCALES.get(0);
    }

    /** What was found, in one sentence. */
    public static String of(FindingCode code, Locale locale) {
        return bundle(locale).getString(code.name());
    }

    /** What to do, in one sentence. */
    public static String of(Effect effect, Locale locale) {
        return bundle(locale).getString(effect.name());
    }

    /** What was noted after a control code, in one sentence. */
    public static String of(ControlCode code, Locale locale) {
        return bundle(locale).getString("QM." + code.name());
    }

    /** What to do, and why: the sentences of the verdict and of its strongest finding. */
    static String instruction(Effect effect, List<Finding> findings, Locale locale) {
        String action = of(effect, locale);
        if (findings.isEmpty()) {
            return action;
        }
        for (Finding finding : findings) {
            if (effect == Effect.PASS && finding.code() == FindingCode.INTERCEPTION) {
                return action + " " + bundle(locale).getString("CLEARED");
            }
        }
        FindingCode strongest = findings.get(0).code();
        boolean said = effect != Effect.PASS || SAID_WITH_PASS.contains(strongest);
        return said ? action + " " + of(strongest, locale) : action;
    }

    private static ResourceBundle bundle(Locale locale) {
        return BUNDLES.computeIfAbsent(
                spoken(locale),
                spoken -> ResourceBundle.getBundle(
                        "org.quaymark.inspection.decision.sentences",
                        spoken,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
}
