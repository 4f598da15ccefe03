package org.quaymark.edge.journal;

import java.util.regex.Pattern;

/**
 * Who scans: the three topic levels before the last one. The same scan id from another device is another scan.
 *
 * @param site as in the registry
 * @param dock never {@code edge}: those topics are the edges' own
 */
public record DeviceId(String site, String dock, String device) {
    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public DeviceId {
        require(site, "site");
        require(dock, "dock");
        require(device, "device");
        if (dock.equals("edge")) {
            throw new IllegalArgumentException("no dock is called edge");
        }
    }

    /** True for what a site, dock, device or edge may be called. */
    public static boolean isName(String level) {
        return LEVEL.matcher(level).matches();
    }

    /** The device's key where one text is needed, such as a column: {@code site/dock/device}. */
    public String key() {
        return site + "/" + dock + "/" + device;
    }

    private static void require(String level, String what) {
        if (!isName(level)) {
            throw new IllegalArgumentException(what + " is no name of 1 to 64 letters, digits, _ and -");
        }
    }
}
