package org.quaymark.inspection.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one of the last readings showed.
 *
 * @param trouble null where it was read as printed
 * @param layout the keyboard layout that changed it, where it was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mark(@Nullable Trouble trouble, @Nullable String layout) {
    private static final Mark CLEAN = new Mark(null, null);

    static Mark of(Outcome read) {
        if (!read.faults().isEmpty()) {
            String fault = read.faults().get(0);
            String layout = Trouble.layout(fault);
            return new Mark(Trouble.of(fault), layout.isEmpty() ? null : layout);
        }
        if (read.unreadable()) {
            return new Mark(Trouble.UNREADABLE, null);
        }
        return read.doubtful() ? new Mark(Trouble.DOUBTFUL, null) : CLEAN;
    }
}
