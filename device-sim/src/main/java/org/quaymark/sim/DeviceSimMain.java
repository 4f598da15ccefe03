package org.quaymark.sim;

import org.quaymark.process.settings.CommandLineMain;

/** Where the simulator starts. */
public final class DeviceSimMain {
    private DeviceSimMain() {}

    /** Runs one subcommand and exits with 0 on success, 1 on a failed run, 2 on bad usage. */
    public static void main(String[] args) {
        System.exit(CommandLineMain.run(new DeviceSimCommand(), args));
    }
}
