package org.quaymark.sim.replay;

import java.time.Duration;
import org.quaymark.sim.mqtt.Broker;

/**
 * How scans are played.
 *
 * @param rate scans a second, 0 for the scenario's own times
 * @param rampSeconds with a rate: how long it takes to grow to it
 * @param speed how much faster than the scenario's own times
 * @param connections MQTT connections, shared by the devices: a device keeps to one
 * @param repeatAfter a scan without a verdict is sent again after this time, then after twice, four and eight times it
 * @param giveUpAfter and given up after this time
 * @param outstanding the most scans without a verdict on one connection; others wait, and their waiting counts as latency
 * @param inTurn whether a device sends its next scan only when it has the verdict of the last one, as a worker does; where not,
 *     scans of one device may overtake one another on their way
 * @param seed what faults are drawn from
 */
public record Plan(
        Broker broker,
        double rate,
        double rampSeconds,
        double speed,
        Faults faults,
        int connections,
        Duration repeatAfter,
        Duration giveUpAfter,
        int outstanding,
        boolean inTurn,
        long seed) {

    /** A steady rate with nothing going wrong, devices in turn. */
    public static Plan atRate(Broker broker, double rate) {
        return new Plan(
                broker, rate, 0, 1, Faults.NONE, 4, Duration.ofMillis(1_500), Duration.ofSeconds(60), 50, true, 1);
    }

    /** The same with devices that do not wait for a verdict before they send the next scan. */
    public Plan impatient() {
        return new Plan(
                broker,
                rate,
                rampSeconds,
                speed,
                faults,
                connections,
                repeatAfter,
                giveUpAfter,
                outstanding,
                false,
                seed);
    }

    /** The same over so many connections. */
    public Plan withConnections(int count) {
        return new Plan(
                broker, rate, rampSeconds, speed, faults, count, repeatAfter, giveUpAfter, outstanding, inTurn, seed);
    }

    /** The same with another patience. */
    public Plan givingUpAfter(Duration patience) {
        return new Plan(
                broker,
                rate,
                rampSeconds,
                speed,
                faults,
                connections,
                repeatAfter,
                patience,
                outstanding,
                inTurn,
                seed);
    }

    /** The same with a rate that grows from nothing: a shift begins, and what was just started warms up. */
    public Plan growingFor(double seconds) {
        return new Plan(
                broker, rate, seconds, speed, faults, connections, repeatAfter, giveUpAfter, outstanding, inTurn, seed);
    }

    /** When the scan of that index is due at the plan's rate, in seconds from the start. */
    double dueSeconds(int index) {
        double grown = rate * rampSeconds / 2;
        return index < grown ? Math.sqrt(2 * rampSeconds * index / rate) : rampSeconds + (index - grown) / rate;
    }
}
