package org.quaymark.edge.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The journal's file on disk, and what is done about a damaged one: it is set aside under another name, never deleted; what can
 * be read of it that no hub has confirmed begins a new file. That one is another generation, which a person has to enrol.
 */
final class JournalFile {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path path;
    private final JournalSettings settings;
    private final Clock clock;
    private final Reserve reserve;
    private final AtomicInteger epoch = new AtomicInteger();
    private volatile boolean suspect;

    JournalFile(Path path, JournalSettings settings, Clock clock) {
        this.path = path;
        this.settings = settings;
        this.clock = clock;
        this.reserve = new Reserve(path);
    }

    /** The room set aside beside it. */
    Reserve reserve() {
        return reserve;
    }

    /** Counts the files there were: a connection of an earlier one is of no use. */
    int epoch() {
        return epoch.get();
    }

    /** Whether a reader found it damaged since it was opened last. */
    boolean isSuspect() {
        return suspect;
    }

    /** A reader found something that cannot be: the file is looked at when it is opened next. */
    void suspect() {
        suspect = true;
    }

    /** Another connection to the file as it is. */
    JournalStore again() throws SQLException, IOException {
        return JournalSchema.open(path);
    }

    /**
     * Opens the file, or a new one where it is damaged.
     *
     * @param atLeast the last number that is known to be on disk: a file that ends before it lost what it had confirmed
     */
    JournalStore open(long atLeast) throws SQLException, IOException {
        String damage;
        try {
            JournalStore store = JournalSchema.open(path);
            String found = damage(store, atLeast);
            if (found == null) {
                suspect = false;
                return store;
            }
            store.close();
            damage = found;
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            damage = String.valueOf(e.getMessage());
        }
        return beginAnew(damage);
    }

    static boolean isDamage(Exception failure) {
        return is(failure, SQLiteErrorCode.SQLITE_CORRUPT) || is(failure, SQLiteErrorCode.SQLITE_NOTADB);
    }

    /** Whether the disk has no room; SQLite says I/O error of some of its files. */
    static boolean isFull(Exception failure) {
        return is(failure, SQLiteErrorCode.SQLITE_FULL) || is(failure, SQLiteErrorCode.SQLITE_IOERR);
    }

    private static boolean is(Exception failure, SQLiteErrorCode code) {
        return failure instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == code.code;
    }

    private @Nullable String damage(JournalStore store, long atLeast) throws SQLException {
        try {
            JournalStore.Row last = store.last();
            long end = last == null ? 0 : last.sequence();
            if (end < atLeast) {
                return "the file ends at entry " + end + ", entry " + atLeast + " was on disk";
            }
            return Soundness.check(store, path, suspect);
        } catch (SQLException e) {
            store.close();
            throw e;
        } finally {
            store.rollback();
        }
    }

    private JournalStore beginAnew(String damage) throws SQLException, IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged-" + STAMP.format(clock.instant()));
        LOG.error("The journal {} is damaged ({}): it is set aside as {}", path, damage, aside.getFileName());
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Path part = path.resolveSibling(path.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, aside.resolveSibling(aside.getFileName() + suffix));
            }
        }
        epoch.incrementAndGet();
        suspect = false;
        JournalStore store = JournalSchema.open(path);
        try {
            Salvage.Report report = Salvage.of(aside, store);
            String told = "the journal was damaged and is set aside as " + aside.getFileName() + "; "
                    + report.entries() + " entries that no hub had confirmed were read out of it, " + report.missing()
                    + " could not be read; enrol this edge anew";
            store.putSetting(JournalStore.DAMAGE, told.getBytes(StandardCharsets.UTF_8));
            new Tail(store)
                    .append(
                            new Draft.EdgeHealth(
                                    settings.site(),
                                    settings.edge(),
                                    "journal-damaged",
                                    Map.of("salvaged", report.entries(), "missing", report.missing())),
                            clock.instant(),
                            null);
            store.commit();
            LOG.error("Attention: {}", told);
            return store;
        } catch (SQLException | IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }
}
