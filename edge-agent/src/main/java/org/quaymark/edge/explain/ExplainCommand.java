package org.quaymark.edge.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.JournalUnusable;
import org.quaymark.edge.registry.ReplicaUnusable;
import org.quaymark.inspection.decision.Explanation;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge-agent explain}: why a scan has its verdict. */
@Command(
        name = "explain",
        description = "Tells why a scan of this edge's journal has its verdict, from what it was decided from."
                + " Works beside a running edge.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ExplainCommand implements Callable<Integer> {
    @Option(names = "--data", defaultValue = "./data/edge", description = "Directory of the journal and the replica.")
    private Path data;

    @Option(names = "--scan", required = true, paramLabel = "ID", description = "Id of the scan.")
    private String scan;

    @Option(
            names = "--device",
            paramLabel = "SITE/DOCK/DEVICE",
            description = "The device, where several have scans of that id.")
    private @Nullable String device;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /**
     * An explained verdict.
     *
     * @param given the verdict that was given
     * @param reproduced whether the same inputs give the same verdict; null where they are not all known any more
     * @param unknown what is not known any more, and the explanation rests on the present instead; null where nothing is missing
     * @param again verdicts given later, after the registry changed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Explained(
            Verdict given,
            @Nullable Boolean reproduced,
            @Nullable String unknown,
            Explanation explanation,
            List<Verdict> again) {}

    @Override
    public Integer call() {
        try (EdgeData edge = EdgeData.open(data)) {
            Explained explained = explained(edge, entry(edge));
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsString(explained));
            } else {
                new ExplanationText(out).print(explained);
            }
            out.flush();
            return Boolean.FALSE.equals(explained.reproduced()) ? 1 : 0;
        } catch (JournalUnusable | ReplicaUnusable e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the explanation", e);
        }
    }

    static Explained explained(EdgeData edge, JournalEntry.Sighting entry) {
        String unknown = edge.redecision.problem(entry);
        Explanation explanation = edge.redecision.explanation(entry);
        return new Explained(
                entry.verdict(),
                unknown == null ? Redecision.isSame(explanation.verdict(), entry.verdict()) : null,
                unknown,
                explanation,
                edge.journal.retroVerdicts(entry.scan().id(), entry.sequence()).stream()
                        .map(JournalEntry.RetroVerdict::verdict)
                        .toList());
    }

    private JournalEntry.Sighting entry(EdgeData edge) {
        List<JournalEntry.Sighting> found = edge.journal.sightings(scan).stream()
                .filter(s -> device == null || device.equals(deviceOf(s)))
                .toList();
        if (found.isEmpty()) {
            throw new Failure("the journal in " + data + " has no scan " + scan
                    + (device == null ? "" : " of " + device)
                    + "; confirmed entries are kept for seven days, older ones are on the hub");
        }
        if (found.size() > 1) {
            throw new BadUsage("several devices have a scan " + scan + ": give --device, one of "
                    + String.join(
                            ", ", found.stream().map(ExplainCommand::deviceOf).toList()));
        }
        return found.get(0);
    }

    private static String deviceOf(JournalEntry.Sighting entry) {
        return entry.scan().site() + "/" + entry.scan().dock() + "/"
                + entry.scan().device();
    }
}
