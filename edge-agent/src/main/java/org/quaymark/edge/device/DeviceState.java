package org.quaymark.edge.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.device.DeviceReadings;
import org.quaymark.inspection.reading.keyboard.DeviceProfile;

/**
 * What is known of one device. Immutable; it is kept as JSON.
 *
 * @param status what it said of itself last, such as {@code online}; empty where it said nothing
 * @param profile what it does to codes, null where that is nothing or not known
 * @param calibratedAt when that was learned
 * @param contradictions clean readings in a row that the profile speaks against
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceState(
        DeviceReadings readings,
        String status,
        @Nullable DeviceProfile profile,
        @Nullable Instant calibratedAt,
        int contradictions) {
    static DeviceState unknown(Instant since) {
        return new DeviceState(DeviceReadings.none(since), "", null, null, 0);
    }

    DeviceState read(DeviceReadings next) {
        return new DeviceState(next, status, profile, calibratedAt, contradictions);
    }

    DeviceState said(String newStatus) {
        return new DeviceState(readings, newStatus, profile, calibratedAt, contradictions);
    }

    DeviceState calibrated(@Nullable DeviceProfile newProfile, @Nullable Instant at) {
        return new DeviceState(readings, status, newProfile, newProfile == null ? null : at, 0);
    }

    DeviceState contradicted(int times) {
        return new DeviceState(readings, status, profile, calibratedAt, times);
    }

    /** Whether there is a profile. */
    public boolean hasProfile() {
        return profile != null;
    }
}
