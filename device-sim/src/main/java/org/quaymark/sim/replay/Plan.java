package org.quaymark.sim.replay;

import java.time.Duration;
import org.quaymark.sim.mqtt.Broker;

/**
 * How scans are played.
 *
 * @param rate scans a second, 0 for the scenario's own times
 * @param speed how much faster than the scenario's own times
 * @param connections MQTT connections, shared by the devices: a device keeps to one
 * @param repeatAfter a scan without a verdict is sent again after this time, then after twice, four and eight times it
 * @param giveUpAfter and given up after this time
 * @param outstanding the most scans without a verdict on one connection; others wait, and their waiting counts as latency
 * @param seed what faults are drawn from
 */
public record Plan(
        Broker broker,
        double rate,
        double speed,
        Faults faults,
        int connections,
        Duration repeatAfter,
        Duration giveUpAfter,
        int outstanding,
        long seed) {

    /** A steady rate with nothing going wrong. */
    public static Plan atRate(Broker broker, double rate) {
        return new Plan(broker, rate, 1, Faults.NONE, 4, Duration.ofMillis(1_500), Duration.ofSeconds(60), 50, 1);
    }

    /** The same over so many connections. */
    public Plan withConnections(int count) {
        return new Plan(broker, rate, speed, faults, count, repeatAfter, giveUpAfter, outstanding, seed);
    }

    /** The same with another patience. */
    public Plan givingUpAfter(Duration patience) {
        return new Plan(broker, rate, speed, faults, connections, repeatAfter, patience, outstanding, seed);
    }
}
