package org.quaymark.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.quaymark.edge.registry.Replica;
import org.quaymark.inspection.registry.ReplicaFormat;

/** A replica of ten million units of a hundred products, made once and kept in {@code target}. */
final class TenMillionSerials {
    private static final int PRODUCTS = 100;
    private static final int OF_PRODUCT = 100_000;
    private static final int APART = 37;
    private static final int SAMPLE = 1 << 18;

    private TenMillionSerials() {}

    /** The file; made in about a minute where it is not there. */
    static Path file() {
        Path file = Path.of("target", "ten-million-serials.db");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Path making = file.resolveSibling(file.getFileName() + ".making");
                Files.deleteIfExists(making);
                make(making);
                Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("making " + file, e);
        }
    }

    /** Opens it, with the filter built. */
    static Replica open() {
        Replica replica = Replica.open(file(), Clock.systemUTC());
        while (!replica.isFiltered()) {
            LockSupport.parkNanos(10_000_000);
        }
        return replica;
    }

    private static void make(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = OFF");
                statement.execute("PRAGMA synchronous = OFF");
                for (String table : ReplicaFormat.TABLES) {
                    statement.execute(table);
                }
                connection.setAutoCommit(false);
                String now = Instant.now().toString();
                for (String[] meta : new String[][] {
                    {ReplicaFormat.META_FORMAT, String.valueOf(ReplicaFormat.VERSION)},
                    {ReplicaFormat.META_EPOCH, "file"},
                    {ReplicaFormat.META_SEQUENCE, "1"},
                    {"edge.headAt", now},
                    {"edge.completeAt", now}
                }) {
                    statement.execute("INSERT INTO meta VALUES ('" + meta[0] + "', '" + meta[1] + "')");
                }
                records(statement);
            }
            units(connection);
            connection.commit();
        }
    }

    private static void records(Statement statement) throws SQLException {
        record(statement, "site", "HAM1", "{'type':'site','id':'HAM1','country':'DE','timezone':'Europe/Berlin'}");
        record(
                statement,
                "right",
                "M1",
                "{'type':'right','id':'M1','kind':'trademark','holder':'acme','territories':['EU'],'status':'registered'}");
        for (int p = 0; p < PRODUCTS; p++) {
            record(
                    statement,
                    "product",
                    gtin(p),
                    "{'type':'product','gtin':'" + gtin(p)
                            + "','holder':'acme','serialisation':'serial','rights':['M1'],'brand':'Acme','name':'Shoe'}");
            record(
                    statement,
                    "batch",
                    gtin(p) + ":L1",
                    "{'type':'batch','gtin':'" + gtin(p)
                            + "','lot':'L1','expiry':'2030-01-01','markets':['EEA'],'status':'released'}");
        }
    }

    private static void record(Statement statement, String type, String id, String body) throws SQLException {
        statement.execute(
                "INSERT INTO record VALUES ('" + type + "', '" + id + "', '" + body.replace('\'', '"') + "')");
    }

    private static void units(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO unit (gtin, serial, lot, status) VALUES (?, ?, 'L1', 'issued')")) {
            for (int p = 0; p < PRODUCTS; p++) {
                long gtin = Long.parseLong(gtin(p));
                for (int i = 0; i < OF_PRODUCT; i++) {
                    insert.setLong(1, gtin);
                    insert.setString(2, serial(i));
                    insert.addBatch();
                    if (i % 5_000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    /** GTIN-14 of a product. */
    static String gtin(int product) {
        String body = String.format(Locale.ROOT, "09506%08d", product);
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return body + (10 - sum % 10) % 10;
    }

    /** A unit's number. */
    record Numbered(String gtin, String serial) {}

    /** Units that are in there, spread over all of them. */
    static List<Numbered> issued(RandomGenerator random) {
        return numbers(random, i -> serial(random.nextInt(OF_PRODUCT)));
    }

    /** Units that are not, between those that are. */
    static List<Numbered> neverIssued(RandomGenerator random) {
        return numbers(random, i -> text(random.nextInt(OF_PRODUCT) * APART + 1 + random.nextInt(APART - 1)));
    }

    private static List<Numbered> numbers(RandomGenerator random, IntFunction<String> serial) {
        List<String> gtins =
                IntStream.range(0, PRODUCTS).mapToObj(TenMillionSerials::gtin).toList();
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> new Numbered(gtins.get(random.nextInt(PRODUCTS)), serial.apply(i)))
                .toList();
    }

    private static String serial(int number) {
        return text(number * APART);
    }

    /** Nine characters, in the order of the numbers. */
    private static String text(int number) {
        String digits = Integer.toString(number, 32).toUpperCase(Locale.ROOT);
        return "S" + "0".repeat(8 - digits.length()) + digits;
    }
}
