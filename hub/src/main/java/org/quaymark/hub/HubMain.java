package org.quaymark.hub;

import org.quaymark.process.settings.CommandLineMain;

/** The hub's entry point. */
public final class HubMain {
    private HubMain() {}

    public static void main(String[] args) {
        System.exit(CommandLineMain.run(new HubCommand(), args));
    }
}
