package org.quaymark.hub.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.http.Problem;

/** A batch's body: inflated within bounds and cut into lines. */
final class BatchBody {
    static final int MAX_WIRE = 8 * 1024 * 1024;
    static final int MAX_INFLATED = 64 * 1024 * 1024;
    static final int MAX_ENTRIES = 5_000;

    private BatchBody() {}

    static List<byte[]> lines(byte[] wire, @Nullable String encoding) {
        return cut(inflate(wire, encoding == null ? "identity" : encoding));
    }

    private static byte[] inflate(byte[] wire, String encoding) {
        try {
            return switch (encoding) {
                case "identity" -> wire;
                case "gzip" -> bounded(new GZIPInputStream(new ByteArrayInputStream(wire), 65_536));
                case "zstd" -> bounded(new ZstdInputStream(new ByteArrayInputStream(wire)));
                default ->
                    throw Problem.of(
                            415,
                            "content-encoding",
                            "Content encoding not known",
                            "Content-Encoding is identity, gzip or zstd.");
            };
        } catch (IOException e) {
            throw Problem.badRequest("The body is not " + encoding + ": " + e.getMessage());
        }
    }

    private static byte[] bounded(InputStream compressed) throws IOException {
        try (compressed) {
            ByteArrayOutputStream inflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[65_536];
            for (int count = compressed.read(buffer); count >= 0; count = compressed.read(buffer)) {
                if (inflated.size() + count > MAX_INFLATED) {
                    throw Problem.tooLarge("A batch has at most " + MAX_INFLATED + " bytes when inflated.");
                }
                inflated.write(buffer, 0, count);
            }
            return inflated.toByteArray();
        }
    }

    private static List<byte[]> cut(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (lines.size() == MAX_ENTRIES) {
                throw Problem.tooLarge("A batch has at most " + MAX_ENTRIES + " entries.");
            }
            lines.add(Arrays.copyOfRange(body, start, end));
            start = end + 1;
        }
        if (lines.isEmpty()) {
            throw Problem.badRequest("The batch has no entry.");
        }
        return lines;
    }
}
