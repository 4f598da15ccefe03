package org.quaymark.inspection.log;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * The state of a log that its keeper vouches for: what an edge signs with each journal batch, and the hub with each answer
 * of the registry feed and each receipt. As a note it has the form of a C2SP {@code tlog-checkpoint}, with the chain's
 * head where a tree has its root, and the time on an extension line.
 *
 * @param origin which log: {@code quaymark/journal/edge-1}, {@code quaymark/registry/EPOCH}
 * @param sequence number of the last entry, 0 where there is none
 * @param chain the chain's head at {@code sequence}, 32 bytes
 * @param at when its keeper said so
 */
public record LogHead(String origin, long sequence, byte[] chain, Instant at) {
    public LogHead {
        if (origin.isBlank() || origin.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("origin is empty or has a line break");
        }
        if (sequence < 0 || chain.length != HashChain.LENGTH) {
            throw new IllegalArgumentException("a log's head needs a sequence from 0 and a chain of 32 bytes");
        }
        chain = chain.clone();
    }

    @Override
    public byte[] chain() {
        return chain.clone();
    }

    /** The text to be signed: every line ends with a line feed. */
    public String toNoteText() {
        return origin + "\n" + sequence + "\n" + Base64.getEncoder().encodeToString(chain) + "\n" + at + "\n";
    }

    /**
     * Reads what {@link #toNoteText} wrote.
     *
     * @throws IllegalArgumentException where it is not of that form
     */
    public static LogHead ofNoteText(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 4 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a log's head is four lines");
        }
        try {
            return new LogHead(
                    lines.get(0),
                    Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)),
                    Instant.parse(lines.get(3)));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("the time of a log's head is not ISO 8601: " + lines.get(3), e);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LogHead other && toNoteText().equals(other.toNoteText());
    }

    @Override
    public int hashCode() {
        return toNoteText().hashCode();
    }

    @Override
    public String toString() {
        return toNoteText().replace('\n', ' ').trim();
    }
}
