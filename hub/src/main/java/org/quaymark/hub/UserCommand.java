package org.quaymark.hub;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import org.quaymark.hub.identity.People;
import org.quaymark.hub.identity.Role;
import org.quaymark.process.settings.BadUsage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub user}. */
@Command(name = "user", description = "People who log in.", subcommands = UserCommand.Create.class)
final class UserCommand implements Runnable {
    @Override
    public void run() {
        throw new BadUsage("hub user needs a command: create");
    }

    /** {@code hub user create}. */
    @Command(name = "create", description = "Makes a person, or gives one new credentials, and prints them, this once.")
    static final class Create implements Callable<Integer> {
        @Mixin
        DatabaseOptions database = new DatabaseOptions();

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name to log in with.")
        String name = "";

        @Option(
                names = "--roles",
                required = true,
                paramLabel = "ROLES",
                description = "Some of dock,officer,analyst,registrar,admin,auditor.")
        String roles = "";

        @Override
        public Integer call() {
            Set<Role> parsed;
            try {
                parsed = Role.parse(roles);
            } catch (IllegalArgumentException e) {
                throw new BadUsage("--roles: " + e.getMessage(), e);
            }
            try (Hub hub = Hub.open(HubSettings.offline(database), Clock.systemUTC())) {
                People.Credentials made = hub.part(People.class).create(name, parsed);
                System.out.println(made.otpauthUri(name));
                System.out.println("password: " + made.password());
                System.out.println("totp: " + made.totpSecret());
            } catch (IllegalArgumentException e) {
                throw new BadUsage(String.valueOf(e.getMessage()), e);
            }
            return 0;
        }
    }
}
