package org.quaymark.edge.device;

import java.time.Duration;
import org.quaymark.inspection.device.NoticeRule;

/**
 * How devices are looked after.
 *
 * @param notice when a maintenance notice is raised and withdrawn
 * @param reportEvery how often a device's counts go into the journal while they change; a notice goes at once
 * @param most devices remembered; beyond it the one least lately heard of is forgotten, but none that is calibrated
 * @param mostCalibrated devices whose profile is kept; beyond it the oldest profile is forgotten
 */
public record DeviceSettings(NoticeRule notice, Duration reportEvery, int most, int mostCalibrated) {
    private static final int DEVICES = 10_000;
    private static final int CALIBRATED = 1_000;

    /** The ordinary bounds. */
    public static DeviceSettings of(NoticeRule notice, Duration reportEvery) {
        return new DeviceSettings(notice, reportEvery, DEVICES, CALIBRATED);
    }

    public DeviceSettings {
        if (mostCalibrated >= most) {
            throw new IllegalArgumentException("not every device can be calibrated");
        }
    }
}
