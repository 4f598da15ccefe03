package org.quaymark.hub.registry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** NDJSON. A line that is too long is skipped to its end without being kept. */
final class NdjsonLines implements LineSource {
    private final InputStream input;
    private long number;

    NdjsonLines(InputStream input) {
        this.input = new BufferedInputStream(input, 65_536);
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            boolean tooLong = false;
            int b = input.read();
            if (b < 0) {
                return null;
            }
            number++;
            for (; b >= 0 && b != '\n'; b = input.read()) {
                if (line.size() < MAX_LINE) {
                    line.write(b);
                } else {
                    tooLong = true;
                }
            }
            if (tooLong) {
                return new Line(number, null, "longer than " + MAX_LINE + " bytes");
            }
            Line read = decode(line.toByteArray());
            if (read.text() == null || !read.text().isBlank()) {
                return read;
            }
        }
    }

    private Line decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
