package org.quaymark.inspection.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way a code was read: as it came, or with scanner faults undone.
 *
 * @param faults undone, in their order; empty for the code as it came
 * @param symbology AIM identifier it would have had
 * @param text what would have been printed
 * @param identification what it would name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attempt(
        List<String> faults, @Nullable String symbology, String text, Proof proof, Identification identification) {
    /** What the syntax of codes, and then the registry, say to it. */
    public enum Proof {
        /** It is no code that we know, or breaks its rules. */
        ILLEGAL,
        /** Legal; the registry knows nothing that could confirm it. */
        SILENT,
        /** Legal; the product is known, and what the label says beside it is not. */
        UNPROVED,
        /** Legal, and the registry knows what it names. */
        PROVED
    }

    /** Told of every attempt at a code; for explanations. */
    @FunctionalInterface
    public interface Listener {
        /** Listens to nothing. */
        Listener NONE = (code, attempt) -> {};

        /** That code was read so. */
        void tried(Code code, Attempt attempt);
    }

    public Attempt {
        faults = List.copyOf(faults);
    }
}
