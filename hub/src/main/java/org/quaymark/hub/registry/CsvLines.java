package org.quaymark.hub.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Problem;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.process.json.Json;

/**
 * CSV (RFC 4180) of one record type: the header names are the JSON fields, lists are split by {@code ;}, empty fields are left
 * out. What has structure of its own (contacts, a manifest's items) is NDJSON's alone.
 */
final class CsvLines implements LineSource {
    private static final Set<String> LISTS =
            Set.of("roles", "territories", "classes", "rights", "markets", "products", "serials", "brands");
    private static final Set<String> NUMBERS =
            Set.of("latitude", "longitude", "unitWeightGrams", "quantity", "weightGrams");
    private static final Set<String> BOOLEANS = Set.of("deleted", "smallConsignments", "sublicensable");

    private final Bounded reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final RecordType type;

    CsvLines(InputStream input, RecordType type) throws IOException {
        this.type = type;
        this.reader = new Bounded(input);
        try {
            parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(reader);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The CSV's header: " + e.getMessage());
        }
        records = parser.iterator();
    }

    @Override
    public @Nullable Line next() throws IOException {
        reader.sinceRecord = 0;
        CSVRecord record;
        try {
            if (!records.hasNext()) {
                return null;
            }
            record = records.next();
        } catch (UncheckedIOException e) {
            throw Problem.badRequest(
                    "The CSV cannot be read at line " + parser.getCurrentLineNumber() + ": " + e.getMessage());
        }
        long number = parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
            return new Line(number, null, "it has " + record.size() + " fields, not as many as the header");
        }
        ObjectNode object = Json.STRICT.createObjectNode().put("type", type.wireName());
        for (Map.Entry<String, String> field : record.toMap().entrySet()) {
            if (!field.getValue().isEmpty() && !field.getKey().equals("type")) {
                put(object, field.getKey(), field.getValue());
            }
        }
        return new Line(number, object.toString(), null);
    }

    private static void put(ObjectNode object, String name, String value) {
        if (LISTS.contains(name)) {
            for (String part : value.split(";")) {
                object.withArray(name).add(part.strip());
            }
        } else if (BOOLEANS.contains(name) && (value.equals("true") || value.equals("false"))) {
            object.put(name, Boolean.parseBoolean(value));
        } else if (NUMBERS.contains(name) && value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            if (value.indexOf('.') < 0) {
                object.put(name, Long.parseLong(value));
            } else {
                object.put(name, Double.parseDouble(value));
            }
        } else {
            object.put(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Ends a record that never ends, such as one with a quote that is not closed. */
    private static final class Bounded extends FilterReader {
        private long sinceRecord;

        Bounded(InputStream input) {
            super(new InputStreamReader(input, StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int characters) throws IOException {
            sinceRecord += characters;
            if (sinceRecord > MAX_LINE) {
                throw new IOException("a record is longer than " + MAX_LINE + " characters");
            }
        }
    }
}
