package org.quaymark.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A choice among values by weight.
 *
 * @param <T> what is chosen
 */
final class Weighted<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private final double total;

    /** Weights are from 0 and their sum is above 0; the map's order is part of what a seed determines. */
    Weighted(Map<T, Double> weights) {
        double sum = 0;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            if (entry.getValue() > 0) {
                sum += entry.getValue();
                values.add(entry.getKey());
                upTo.add(sum);
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no weight is above 0");
        }
        total = sum;
    }

    T draw(RandomGenerator random) {
        double at = random.nextDouble() * total;
        for (int i = 0; i < values.size() - 1; i++) {
            if (at < upTo.get(i)) {
                return values.get(i);
            }
        }
        return values.get(values.size() - 1);
    }
}
