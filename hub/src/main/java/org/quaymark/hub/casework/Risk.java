package org.quaymark.hub.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What orders the officers' list: how the cases that are like this one ended. It never changes a verdict.
 *
 * @param score 0 to 100; 50 where nothing is known
 * @param lane {@code CN>DE}, null where it is not known
 * @param signals what it is made of
 */
public record Risk(int score, @Nullable String lane, List<Signal> signals) {
    public Risk {
        signals = List.copyOf(signals);
    }

    /**
     * What one thing says.
     *
     * @param name {@code consignor}, {@code lane} or {@code rule}
     * @param of the consignor's id, the lane, the finding's code
     * @param confirmed cases of it that ended with an infringement
     * @param cleared cases of it that ended without one
     * @param points what that adds to the score, or takes from it
     */
    public record Signal(String name, String of, long confirmed, long cleared, int points) {
        /** With the points that such a history gives: none where there is none, {@code most} where it is long and one-sided. */
        static Signal of(String name, String of, long confirmed, long cleared, int most) {
            double share = (confirmed + 1.0) / (confirmed + cleared + 2.0);
            return new Signal(name, of, confirmed, cleared, (int) Math.round(most * (2 * share - 1)));
        }
    }

    static Risk of(@Nullable String lane, List<Signal> signals) {
        int points = signals.stream().mapToInt(Signal::points).sum();
        return new Risk(Math.max(0, Math.min(100, NEUTRAL + points)), lane, signals);
    }

    private static final int NEUTRAL = 50;
}
