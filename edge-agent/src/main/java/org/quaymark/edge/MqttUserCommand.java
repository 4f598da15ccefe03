package org.quaymark.edge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.broker.Users;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.CommandLineMain;
import org.quaymark.process.settings.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edge-agent mqtt-user}: lets a device come to the embedded broker. */
@Command(
        name = "mqtt-user",
        description = "Adds a device to the file of --mqtt-users, or gives it another password; prints the password.")
final class MqttUserCommand implements Callable<Integer> {
    @Option(names = "--mqtt-users", required = true, description = "The file; made where it is missing.")
    private @Nullable Path users;

    @Option(names = "--user", description = "Its user name; dock.device without it.")
    private @Nullable String user;

    @Parameters(paramLabel = "DOCK/DEVICE", description = "The device: it speaks and hears under that alone.")
    private String device = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(users);
        String name = user == null ? device.replace('/', '.') : user;
        try {
            String password = Users.put(file, name, device);
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .println("The edge reads " + file + " at its start. User " + name + ", password: " + password);
            return CommandLineMain.SUCCESS;
        } catch (IllegalArgumentException e) {
            throw new BadUsage(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Failure(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
