package org.quaymark.sim;

import org.quaymark.sim.counterparts.CounterpartsCommand;
import org.quaymark.sim.demo.DemoCommand;
import org.quaymark.sim.demo.StreamCommand;
import org.quaymark.sim.faults.FaultsCommand;
import org.quaymark.sim.load.LoadCommand;
import org.quaymark.sim.replay.ReplayCommand;
import org.quaymark.sim.scenario.GenerateCommand;
import org.quaymark.sim.score.ScoreCommand;
import org.quaymark.sim.trial.TrialCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code device-sim}: scanners, a customs office and a platform, without any of them. */
@Command(
        name = "device-sim",
        description = "Plays scanners, customs and platforms against a Quaymark deployment.",
        subcommands = {
            GenerateCommand.class,
            ReplayCommand.class,
            ScoreCommand.class,
            TrialCommand.class,
            FaultsCommand.class,
            LoadCommand.class,
            CounterpartsCommand.class,
            DemoCommand.class,
            StreamCommand.class
        })
final class DeviceSimCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "one of " + String.join(", ", spec.subcommands().keySet()) + " is needed");
    }
}
