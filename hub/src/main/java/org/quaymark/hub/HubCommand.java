package org.quaymark.hub;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub}: serves where no other command is named. */
@Command(
        name = "hub",
        description = "Takes the journals of all edges, keeps the registry, and shows officers what was found.",
        subcommands = {
            ServeCommand.class,
            KeyCommand.class,
            UserCommand.class,
            EnrolCommand.class,
        })
final class HubCommand implements Callable<Integer> {
    @Mixin
    ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return Serving.run(options);
    }
}
