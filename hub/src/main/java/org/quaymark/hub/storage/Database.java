package org.quaymark.hub.storage;

import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions and reads. Repositories called inside take part. Thread-safe; a transaction belongs to its thread.
 *
 * <p>Every write goes through {@link #inTransaction}, a repository's too ({@link Joins}): it queues the writers of this process fairly where the engine has
 * one writer, tries again on a deadlock, and runs what is to be done last before and first after the commit.
 */
@Singleton
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int ATTEMPTS = 4;

    private final TransactionOperations<Connection> transactions;
    private final ConnectionOperations<Connection> connections;
    private final Engine engine;
    private final ThreadLocal<@Nullable Open> open = new ThreadLocal<>();
    /** SQLite has one writer: waiting here is fair and costs no polling. */
    private final ReentrantLock writer = new ReentrantLock(true);
    /** Of those that come in great number one waits for the writer, the others here: so a single one is soon served. */
    private final ReentrantLock many = new ReentrantLock(true);

    Database(
            TransactionOperations<Connection> transactions,
            ConnectionOperations<Connection> connections,
            Engine engine) {
        this.transactions = transactions;
        this.connections = connections;
        this.engine = engine;
    }

    /** Which database it is. */
    public Engine engine() {
        return engine;
    }

    /**
     * Runs the work in a transaction, in the one that is open on this thread where there is one.
     *
     * @throws StorageFailure where the database failed; a runtime exception of the work's rolls back and comes out as it is
     */
    public <T> @Nullable T findInTransaction(Work<T> work) {
        Open joined = open.get();
        if (joined != null) {
            return call(work, joined.connection);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isWorthAnotherTry(e)) {
                    // a connection that broke under the work comes out of the transaction as something else
                    throw StorageFailure.of(e);
                }
                LOG.debug("Trying a transaction again after {}", e.toString());
            }
        }
    }

    /** As {@link #findInTransaction}, for work that always has a result. */
    public <T> T inTransaction(Work<T> work) {
        return present(findInTransaction(work));
    }

    /**
     * As {@link #inTransaction}, for work of which there is always more, such as intake: where there is one writer, other work
     * waits for two such transactions at most, however many want to write.
     */
    public <T> T inTransactionOfMany(Work<T> work) {
        if (engine != Engine.SQLITE || open.get() != null) {
            return inTransaction(work);
        }
        many.lock();
        try {
            return inTransaction(work);
        } finally {
            many.unlock();
        }
    }

    /** As {@link #inTransaction}, for work without a result. */
    public void transact(Action action) {
        findInTransaction(connection -> {
            action.with(connection);
            return null;
        });
    }

    /** Reads, outside a transaction where none is open: each statement sees what is committed when it starts. */
    public <T> @Nullable T find(Work<T> work) {
        Open joined = open.get();
        if (joined != null) {
            return call(work, joined.connection);
        }
        try {
            return connections.executeRead(status -> call(work, status.getConnection()));
        } catch (RuntimeException e) {
            throw StorageFailure.of(e);
        }
    }

    /** As {@link #find}, for work that always has a result. */
    public <T> T read(Work<T> work) {
        return present(find(work));
    }

    private static <T> T present(@Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("work with the database gave null where it must not");
        }
        return result;
    }

    /**
     * Has a step run as the last of the open transaction. Locks taken there are always taken last.
     *
     * @throws IllegalStateException where no transaction is open
     */
    public void beforeCommit(Action step) {
        current().last.add(step);
    }

    /**
     * Gathers what the open transaction writes at once, with the steps of {@link #beforeCommit}: a lock that many wait for is
     * then taken once, and not once for each.
     *
     * @param gathering one and the same object for all that is to be written together
     * @throws IllegalStateException where no transaction is open
     */
    public <T> void beforeCommit(Gathering<T> gathering, T one) {
        Open current = current();
        @SuppressWarnings("unchecked")
        List<T> known = (List<T>) current.gathered.get(gathering);
        if (known != null) {
            known.add(one);
            return;
        }
        List<T> all = new ArrayList<>();
        all.add(one);
        current.gathered.put(gathering, all);
        current.last.add(connection -> {
            // what comes from now on, by another of the last steps, is written by a step of its own
            current.gathered.remove(gathering);
            gathering.write(connection, all);
        });
    }

    /** Has something run once the open transaction is committed, on this thread; not at all where it is rolled back. */
    public void afterCommit(Runnable step) {
        current().after.add(step);
    }

    private Open current() {
        Open current = open.get();
        if (current == null) {
            throw new IllegalStateException("no transaction is open on this thread");
        }
        return current;
    }

    private <T> @Nullable T attempt(Work<T> work) {
        List<Runnable> after = new ArrayList<>();
        boolean queued = engine == Engine.SQLITE;
        if (queued) {
            writer.lock();
        }
        T result;
        try {
            result = transactions.executeWrite(status -> {
                Open mine = new Open(status.getConnection(), after);
                open.set(mine);
                try {
                    T value = call(work, mine.connection);
                    for (int i = 0; i < mine.last.size(); i++) {
                        Action step = mine.last.get(i);
                        call(
                                connection -> {
                                    step.with(connection);
                                    return null;
                                },
                                mine.connection);
                    }
                    return value;
                } finally {
                    open.remove();
                }
            });
        } finally {
            if (queued) {
                writer.unlock();
            }
        }
        after.forEach(Database::runAfter);
        return result;
    }

    private static void runAfter(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // what was committed stands: whoever asked for it gets his answer
            LOG.error("After a commit", e);
        }
    }

    private static <T> @Nullable T call(Work<T> work, Connection connection) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageFailure(String.valueOf(e.getMessage()), e);
        } catch (DataAccessException e) {
            throw StorageFailure.of(e);
        }
    }

    /** Deadlock or serialization failure on PostgreSQL; a lock held by another process on SQLite. */
    private static boolean isWorthAnotherTry(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if ("40P01".equals(state) || "40001".equals(state) || (sql.getErrorCode() & 0xff) == 5) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is done with a connection, without a result. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void with(Connection connection) throws SQLException;
    }

    /** Writes what a transaction gathered. */
    @FunctionalInterface
    public interface Gathering<T> {
        /** Writes it, in the order in which it came. */
        void write(Connection connection, List<T> all) throws SQLException;
    }

    private static final class Open {
        private final Connection connection;
        private final List<Action> last = new ArrayList<>();
        private final Map<Gathering<?>, List<?>> gathered = new IdentityHashMap<>();
        private final List<Runnable> after;

        Open(Connection connection, List<Runnable> after) {
            this.connection = connection;
            this.after = after;
        }
    }
}
