package org.quaymark.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.quaymark.process.settings.Failure;

/** The directory of one edge, held by one process at a time. */
final class DataDirectory implements AutoCloseable {
    private final Path directory;
    private final FileChannel channel;

    private DataDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Makes the directory where it is missing and takes it.
     *
     * @throws Failure where it cannot be written or another process has it
     */
    static DataDirectory take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                throw new Failure("another edge agent uses " + directory + "; give each its own --data");
            }
            return new DataDirectory(directory, channel);
        } catch (IOException e) {
            throw new Failure("the data directory " + directory + " cannot be used: " + e, e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
