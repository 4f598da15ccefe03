package org.quaymark.hub.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseMessages.Sent;
import org.quaymark.hub.casework.CaseSighting;
import org.quaymark.hub.casework.CaseStep;
import org.quaymark.hub.casework.ReportedPair;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.inspection.decision.Effect;

/**
 * A case as its page shows it.
 *
 * @param why the newest sightings' verdicts explained
 * @param allowed what can be done now, by whoever looks
 * @param doing what is being done: its form is open; null where nothing is
 * @param problem why it did not work, null where it did
 */
public record CaseView(
        CaseFile file,
        String what,
        List<Fact> product,
        List<Fact> parcel,
        List<CaseSighting> sightings,
        List<ReportedPair> pairs,
        List<CaseStep> steps,
        List<WhyView> why,
        List<Sent> sent,
        List<CaseAction> allowed,
        @Nullable CaseAction doing,
        @Nullable String problem,
        String reason) {
    /** A line of a list of facts; the value is shown as it is. */
    public record Fact(String key, String value) {}

    /**
     * A moment of the case.
     *
     * @param tone {@code hold}, {@code review}, {@code pass} or {@code calm}
     */
    public record Moment(
            Instant at,
            String tone,
            @Nullable CaseSighting sighting,
            @Nullable CaseStep step) {}

    /** A time between two moments, {@code 26:03:09}: the same in every language. */
    public static String span(long seconds) {
        return "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** Sightings and steps, the newest first. */
    public List<Moment> timeline() {
        List<Moment> moments = new ArrayList<>();
        sightings.stream()
                .map(this::asTold)
                .forEach(sighting ->
                        moments.add(new Moment(sighting.at(), Tones.of(sighting.verdict()), sighting, null)));
        steps.forEach(step -> moments.add(new Moment(step.at(), Tones.of(step.to()), null, step)));
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return moments;
    }

    /** What was decided again keeps on the time line what was said when it was scanned. */
    private CaseSighting asTold(CaseSighting sighting) {
        return steps.stream()
                .filter(step -> step.action().equals(RetroCases.ACTION)
                        && sighting.scan().equals(step.detail().get("scan")))
                .findFirst()
                .map(step -> Effect.valueOf(
                        step.detail().getOrDefault("from", sighting.verdict().name())))
                .map(told -> new CaseSighting(
                        sighting.scan(),
                        sighting.edge(),
                        sighting.site(),
                        sighting.dock(),
                        sighting.device(),
                        sighting.at(),
                        told))
                .orElse(sighting);
    }

    /** Who proposed a destruction that nobody confirmed yet, null where nobody did. */
    public @Nullable String proposedBy() {
        @Nullable String by = null;
        for (CaseStep step : steps) {
            if ("proposed".equals(step.detail().get("step"))) {
                by = step.actor();
            } else if (step.from() != step.to()) {
                by = null;
            }
        }
        return by;
    }
}
