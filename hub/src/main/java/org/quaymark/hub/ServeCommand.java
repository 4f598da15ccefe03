package org.quaymark.hub;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub serve}. */
@Command(name = "serve", description = "Serves until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return Serving.run(options);
    }
}
