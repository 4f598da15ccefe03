package org.quaymark.hub;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.quaymark.hub.edges.Enrolments;
import org.quaymark.process.settings.BadUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub enrol}. */
@Command(name = "enrol", description = "Prints a code with which one edge may enrol, once, within 24 hours.")
final class EnrolCommand implements Callable<Integer> {
    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--site", required = true, paramLabel = "SITE", description = "The site the edge is at.")
    String site = "";

    @Option(names = "--edge", required = true, paramLabel = "EDGE", description = "The edge's id.")
    String edge = "";

    @Override
    public Integer call() {
        try (Hub hub = Hub.open(HubSettings.offline(database), Clock.systemUTC())) {
            System.out.println(hub.part(Enrolments.class).issue(edge, site));
        } catch (IllegalArgumentException e) {
            throw new BadUsage(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }
}
