package org.quaymark.process.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.inspection.decision.Thresholds;
import org.quaymark.process.policy.Source.Entry;
import org.quaymark.process.settings.Durations;
import org.yaml.snakeyaml.nodes.Node;

/** From the tree of a policy file to the policy. */
final class PolicyReader {
    private static final Set<String> POLICY = Set.of("version", "effects", "exceptions", "thresholds");
    private static final Set<String> EXCEPTION = Set.of("finding", "effect", "site", "destination", "category");
    private static final String STALE_AFTER = "stale-after";
    private static final String UNSAFE_AFTER = "unsafe-after";
    private static final String WEIGHT_PERCENT = "weight-percent";
    private static final String WEIGHT_GRAMS = "weight-grams";
    private static final String TRAVEL = "travel-kilometres-per-hour";
    private static final String RESCANS = "rescans-before-review";
    private static final String DEVICES = "devices-before-review";
    private static final Set<String> THRESHOLDS =
            Set.of(STALE_AFTER, UNSAFE_AFTER, WEIGHT_PERCENT, WEIGHT_GRAMS, TRAVEL, RESCANS, DEVICES);

    private final Source source;

    PolicyReader(Source source) {
        this.source = source;
    }

    Policy policy(Node root) {
        Map<String, Entry> policy = source.mapping(root, "a policy", POLICY);
        Entry version = policy.get("version");
        if (version == null) {
            throw source.refuse(root, "version is missing: it is named in every verdict");
        }
        Map<FindingCode, Effect> effects = effects(policy.get("effects"));
        List<Policy.Exemption> exceptions = exceptions(policy.get("exceptions"));
        Thresholds thresholds = thresholds(policy.get("thresholds"));
        return source.checked(
                version.value(),
                () -> new Policy(source.text(version.value(), "version"), effects, exceptions, thresholds));
    }

    private Map<FindingCode, Effect> effects(@Nullable Entry entry) {
        Map<FindingCode, Effect> effects = new EnumMap<>(FindingCode.class);
        if (entry != null) {
            source.mapping(entry.value(), "effects").forEach((name, effect) -> {
                FindingCode code = source.checked(effect.key(), () -> Policy.decidable(FindingCode.named(name)));
                effects.put(code, effect(effect.value()));
            });
        }
        return effects;
    }

    private Effect effect(Node value) {
        return source.checked(value, () -> Effect.named(source.text(value, "an effect")));
    }

    private List<Policy.Exemption> exceptions(@Nullable Entry entry) {
        List<Policy.Exemption> exceptions = new ArrayList<>();
        if (entry != null) {
            for (Node item : source.list(entry.value(), "exceptions")) {
                exceptions.add(exception(item));
            }
        }
        return exceptions;
    }

    private Policy.Exemption exception(Node item) {
        Map<String, Entry> parts = source.mapping(item, "an exception", EXCEPTION);
        FindingCode code = required(parts, "finding", item, FindingCode::named);
        Effect effect = required(parts, "effect", item, Effect::named);
        String site = optional(parts, "site");
        String destination = optional(parts, "destination");
        String category = optional(parts, "category");
        return blamed(parts, item, () -> new Policy.Exemption(code, effect, site, destination, category));
    }

    private <T> T required(Map<String, Entry> parts, String key, Node within, Function<String, T> named) {
        Entry entry = parts.get(key);
        if (entry == null) {
            throw source.refuse(within, key + " is missing");
        }
        return source.checked(entry.value(), () -> named.apply(source.text(entry.value(), key)));
    }

    private @Nullable String optional(Map<String, Entry> parts, String key) {
        Entry entry = parts.get(key);
        return entry == null ? null : source.text(entry.value(), key);
    }

    private Thresholds thresholds(@Nullable Entry entry) {
        if (entry == null) {
            return Thresholds.STANDARD;
        }
        Thresholds standard = Thresholds.STANDARD;
        Map<String, Entry> parts = source.mapping(entry.value(), "thresholds", THRESHOLDS);
        Duration staleAfter = value(parts, STALE_AFTER, Durations::parse, standard.staleAfter());
        Duration unsafeAfter = value(parts, UNSAFE_AFTER, Durations::parse, standard.unsafeAfter());
        int percent = number(parts, WEIGHT_PERCENT, standard.weightPercent());
        int grams = number(parts, WEIGHT_GRAMS, standard.weightGrams());
        int speed = number(parts, TRAVEL, standard.travelKilometresPerHour());
        int rescans = number(parts, RESCANS, standard.rescansBeforeReview());
        int devices = number(parts, DEVICES, standard.devicesBeforeReview());
        return blamed(
                parts,
                entry.key(),
                () -> new Thresholds(staleAfter, unsafeAfter, percent, grams, speed, rescans, devices));
    }

    private int number(Map<String, Entry> parts, String key, int otherwise) {
        return value(parts, key, PolicyReader::number, otherwise);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
        }
    }

    private <T> T value(Map<String, Entry> parts, String key, Function<String, T> read, T otherwise) {
        Entry entry = parts.get(key);
        return entry == null ? otherwise : required(parts, key, entry.key(), read);
    }

    /** As {@link Source#checked}, sent to the line of the part that the reason begins with. */
    private <T> T blamed(Map<String, Entry> parts, Node whole, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            Node at = parts.entrySet().stream()
                    .filter(part -> reason.startsWith(part.getKey()))
                    .map(part -> part.getValue().key())
                    .findFirst()
                    .orElse(whole);
            throw source.refuse(at, reason);
        }
    }
}
