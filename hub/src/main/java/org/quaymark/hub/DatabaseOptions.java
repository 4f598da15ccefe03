package org.quaymark.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.DatabaseSettings;
import org.quaymark.process.settings.BadUsage;
import org.quaymark.process.settings.Failure;
import org.quaymark.process.settings.Secret;
import picocli.CommandLine.Option;

/** Where the hub's data is: the same for every command. */
final class DatabaseOptions {
    private static final int POOL = 12;
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };

    @Option(
            names = "--data",
            defaultValue = "./data/hub",
            paramLabel = "DIR",
            description = "Directory of the hub's files (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("./data/hub");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "jdbc:postgresql://host/database in place of SQLite in the data directory.")
    @Nullable
    String database;

    @Option(names = "--database-user", paramLabel = "NAME", description = "The database's user.")
    @Nullable
    String user;

    @Secret
    @Option(names = "--database-password", paramLabel = "PASSWORD", description = "The database's password.")
    @Nullable
    String password;

    DatabaseSettings settings() {
        try {
            if (!Files.isDirectory(data)) {
                // keys and people's secrets are in it: nobody else on this machine reads them
                boolean posix =
                        data.getFileSystem().supportedFileAttributeViews().contains("posix");
                Path parent = data.toAbsolutePath().normalize().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(data, posix ? OWNER_ONLY : new FileAttribute<?>[0]);
            }
        } catch (IOException e) {
            throw new Failure("cannot make the directory " + data + ": " + e, e);
        }
        if (database == null || database.isBlank()) {
            return DatabaseSettings.sqlite(data);
        }
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new BadUsage("--database is a URL that starts with jdbc:postgresql:");
        }
        return new DatabaseSettings(database, user, password, POOL);
    }
}
