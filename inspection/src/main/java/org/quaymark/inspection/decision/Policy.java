package org.quaymark.inspection.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which effect a finding has. Effects are decided by people and differ by place and goods; what is found is not.
 *
 * @param version named in every verdict
 * @param effects where they differ from {@link FindingCode#defaultEffect}
 * @param exceptions for sites, destinations or product categories; the first that fits counts
 */
public record Policy(
        String version, Map<FindingCode, Effect> effects, List<Exemption> exceptions, Thresholds thresholds) {
    private static final int LONGEST_VERSION = 64;
    private static final Policy STANDARD = new Policy("standard-1", Map.of(), List.of(), Thresholds.STANDARD);

    /** @throws IllegalArgumentException with the reason, where it makes no sense */
    public Policy {
        if (version == null || version.isBlank()) {
            throw new IllegalArgumentException("a policy has a version");
        }
        if (version.length() > LONGEST_VERSION) {
            throw new IllegalArgumentException("version is longer than " + LONGEST_VERSION + " characters");
        }
        effects = effects == null ? Map.of() : Map.copyOf(effects);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        thresholds = thresholds == null ? Thresholds.STANDARD : thresholds;
        effects.keySet().forEach(Policy::decidable);
    }

    /** The effects as the rules give them. */
    public static Policy standard() {
        return STANDARD;
    }

    /** The effect of a finding at a place. */
    Effect effectOf(FindingCode code, Circumstances circumstances) {
        for (Exemption exception : exceptions) {
            if (exception.fits(code, circumstances)) {
                return exception.effect();
            }
        }
        return effects.getOrDefault(code, code.defaultEffect());
    }

    /**
     * The same code, where its effect is a policy's to set.
     *
     * @throws IllegalArgumentException where it is not
     */
    public static FindingCode decidable(FindingCode code) {
        if (code == FindingCode.INTERCEPTION) {
            throw new IllegalArgumentException("INTERCEPTION has the effect that its interception names, no policy's");
        }
        return code;
    }

    /**
     * An effect that counts somewhere only; parts that are null count everywhere.
     *
     * @param destination ISO 3166-1 alpha-2, {@code EU} or {@code EEA}
     * @param hsCode the first digits of the product's Harmonized System code
     */
    public record Exemption(
            FindingCode code,
            Effect effect,
            @Nullable String site,
            @Nullable String destination,
            @Nullable String hsCode) {
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        private static final Pattern SITE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
        private static final Pattern HS_CODE = Pattern.compile("[0-9]{2,10}");

        /** @throws IllegalArgumentException with the reason, where it makes no sense */
        public Exemption {
            if (code == null) {
                throw new IllegalArgumentException("finding is missing");
            }
            if (effect == null) {
                throw new IllegalArgumentException("effect is missing");
            }
            decidable(code);
            if (site == null && destination == null && hsCode == null) {
                throw new IllegalArgumentException("an exception names a site, a destination or a category");
            }
            if (site != null && !SITE.matcher(site).matches()) {
                throw new IllegalArgumentException("site is no site id ([A-Za-z0-9_-]{1,64}): '" + site + "'");
            }
            if (destination != null && !isPlace(destination)) {
                throw new IllegalArgumentException("destination is an unknown country '" + destination
                        + "'; it takes two capital letters (ISO 3166-1), EU or EEA");
            }
            if (hsCode != null && !HS_CODE.matcher(hsCode).matches()) {
                throw new IllegalArgumentException(
                        "category is not 2 to 10 digits of the Harmonized System: '" + hsCode + "'");
            }
        }

        private static boolean isPlace(String destination) {
            return COUNTRIES.contains(destination)
                    || destination.equals(Territories.EU)
                    || destination.equals(Territories.EEA);
        }

        boolean fits(FindingCode found, Circumstances circumstances) {
            return code == found
                    && (site == null || site.equals(circumstances.scan().site()))
                    && (destination == null || isGoingThere(destination, circumstances))
                    && (hsCode == null || circumstances.hsCode().startsWith(hsCode));
        }

        private static boolean isGoingThere(String destination, Circumstances circumstances) {
            String going = circumstances.destination();
            return going != null && Territories.covers(destination, going, circumstances.date());
        }
    }
}
