package org.quaymark.hub;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quaymark.hub.identity.ApiKeys;
import org.quaymark.hub.identity.Scope;
import org.quaymark.process.settings.BadUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub key}. */
@Command(name = "key", description = "Bearer keys of systems.", subcommands = KeyCommand.Create.class)
final class KeyCommand implements Runnable {
    @Override
    public void run() {
        throw new BadUsage("hub key needs a command: create");
    }

    /** {@code hub key create}. */
    @Command(name = "create", description = "Makes a bearer key and prints it, this once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        DatabaseOptions database = new DatabaseOptions();

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose it is.")
        String name = "";

        @Option(
                names = "--scopes",
                required = true,
                paramLabel = "SCOPES",
                description =
                        "What it may do: registry:read,registry:write,cases:read,cases:write,gaps:write,sightings:read,"
                                + "exchange:read,exchange:write,edges:read,edges:write,ledger:read,performance:read,admin.")
        String scopes = "";

        @Override
        public Integer call() {
            Set<Scope> parsed;
            try {
                parsed = Scope.parse(scopes);
            } catch (IllegalArgumentException e) {
                throw new BadUsage("--scopes: " + e.getMessage(), e);
            }
            try (Hub hub = Hub.open(HubSettings.offline(database), Clock.systemUTC())) {
                System.out.println(hub.part(ApiKeys.class).create(name, parsed));
            }
            return 0;
        }
    }
}
