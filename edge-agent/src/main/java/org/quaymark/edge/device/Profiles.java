package org.quaymark.edge.device;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.reading.keyboard.CalibrationOutcome;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;
import org.quaymark.inspection.reading.keyboard.Recovery;

/** What calibrated devices do to codes, ready to be undone; and how that is learned and given up. Of any thread: {@link #of}. */
final class Profiles {
    private final Map<String, CalibratedDevice> ready = new ConcurrentHashMap<>();
    private final SelfTests tests = new SelfTests();
    private final Clock clock;

    Profiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a self-test code brought.
     *
     * @param profile null unless one was learned
     */
    record Learned(SelfTest test, @Nullable DeviceProfile profile) {}

    @Nullable
    CalibratedDevice of(Scan scan) {
        return ready.isEmpty() ? null : ready.get(scan.site() + "/" + scan.dock() + "/" + scan.device());
    }

    @Nullable
    CalibratedDevice of(DeviceId device) {
        return ready.isEmpty() ? null : ready.get(device.key());
    }

    void load(DeviceId device, DeviceState stored) {
        set(device, stored.profile());
    }

    void set(DeviceId device, @Nullable DeviceProfile profile) {
        if (profile == null) {
            ready.remove(device.key());
        } else {
            ready.put(device.key(), new CalibratedDevice(profile));
        }
    }

    SelfTest begin(DeviceId device) {
        return learned(tests.begin(device, clock.instant())).test();
    }

    Learned take(DeviceId device, String reported) {
        return learned(tests.take(device, reported, clock.instant()));
    }

    private static Learned learned(CalibrationOutcome outcome) {
        if (outcome instanceof CalibrationOutcome.Incomplete incomplete) {
            return new Learned(new SelfTest(SelfTest.Step.MORE, incomplete.codes()), null);
        }
        if (outcome instanceof CalibrationOutcome.Learned learned) {
            return learned.profile().changesNothing()
                    ? new Learned(new SelfTest(SelfTest.Step.IN_ORDER, List.of()), null)
                    : new Learned(new SelfTest(SelfTest.Step.LEARNED, List.of()), learned.profile());
        }
        return new Learned(new SelfTest(SelfTest.Step.REFUSED, List.of()), null);
    }

    /** The state after a verdict: without its profile where clean readings enough spoke against it, the same where nothing did. */
    DeviceState checked(DeviceState state, Scan scan, Verdict verdict) {
        CalibratedDevice device = of(scan);
        boolean item = verdict.identified().gtin() != null;
        if (device == null || !item) {
            return state;
        }
        if (!verdict.reading().repaired().isEmpty()) {
            return state.contradictions() == 0 ? state : state.contradicted(0);
        }
        boolean known = verdict.product() != null;
        boolean against = scan.codes().stream().anyMatch(code -> Recovery.speaksAgainst(device, code.data(), known));
        if (!against) {
            return state;
        }
        int times = state.contradictions() + 1;
        return times >= Recovery.IN_A_ROW ? state.calibrated(null, null) : state.contradicted(times);
    }
}
