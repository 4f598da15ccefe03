package org.quaymark.edge.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.quaymark.edge.journal.JournalUnusable;
import org.quaymark.edge.registry.ReplicaUnusable;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.process.json.Json;
import org.quaymark.process.policy.PolicyFile;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edge-agent policy}: what another policy would have said. */
@Command(
        name = "policy",
        description =
                "Decides the scans of the last days again under another policy and shows which verdicts would change."
                        + " Changes nothing; works beside a running edge.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PolicyCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 366;

    @Option(names = "--data", defaultValue = "./data/edge", description = "Directory of the journal and the replica.")
    private Path data;

    @Option(names = "--try", required = true, paramLabel = "FILE", description = "The policy to try.")
    private Path policy;

    @Option(names = "--days", defaultValue = "7", paramLabel = "N", description = "How far back to go.")
    private int days;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new BadUsage("--days is from 1 to " + MOST_DAYS);
        }
        Policy other = PolicyFile.read(policy);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (EdgeData edge = EdgeData.open(data)) {
            Clock clock = Clock.systemUTC();
            Trial trial = new Trial(edge, other, clock, line -> {
                err.println(line);
                err.flush();
            });
            Trial.Result result = trial.since(clock.instant().minus(Duration.ofDays(days)));
            if (json) {
                out.println(Json.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsString(result));
            } else {
                new TrialText(out).print(result);
            }
            out.flush();
            return 0;
        } catch (JournalUnusable | ReplicaUnusable e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the result", e);
        }
    }
}
