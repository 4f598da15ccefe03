package org.quaymark.hub.console;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.quaymark.process.http.Assets;

/** The console's files, all of them from the jar. */
@Factory
final class ConsoleAssets {
    @Singleton
    Assets assets() {
        return new Assets()
                .addWebjar("pico.css", ConsoleAssets.class, "picocss__pico", "css/pico.min.css")
                .add("console.css", ConsoleAssets.class, "console.css")
                .add("console.js", ConsoleAssets.class, "console.js")
                .add("icon.svg", ConsoleAssets.class, "icon.svg");
    }
}
