package org.quaymark.edge.scanner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.DeviceId;

/** The topics of one site and one edge (interfaces.md section 2). */
public final class Topics {
    private static final String ROOT = "quaymark/v1/";
    private static final int LEVELS = 6;
    private static final int LONGEST_RESPONSE_TOPIC = 1024;

    private final String site;
    private final String edge;

    /** The topics of that edge at that site. */
    public Topics(String site, String edge) {
        if (!DeviceId.isName(site) || !DeviceId.isName(edge)) {
            throw new IllegalArgumentException("site and edge are 1 to 64 letters, digits, _ and -");
        }
        this.site = site;
        this.edge = edge;
    }

    /** What a device's topic is for. */
    enum Kind {
        SCAN,
        IMAGE,
        STATUS
    }

    /** A topic taken apart. */
    record Route(DeviceId device, Kind kind) {}

    String site() {
        return site;
    }

    /** The filters of what devices send; several edges that share a site's scanners get each message once between them. */
    List<String> scanFilters(boolean shared) {
        String prefix = (shared ? "$share/quaymark-" + site + "/" : "") + ROOT + site + "/+/+/";
        return List.of(prefix + "scan", prefix + "image");
    }

    String statusFilter() {
        return ROOT + site + "/+/+/status";
    }

    String edgeStatus() {
        return ROOT + site + "/edge/" + edge + "/status";
    }

    String rejected() {
        return ROOT + site + "/rejected";
    }

    static String verdict(DeviceId device) {
        return ROOT + device.key() + "/verdict";
    }

    /** True for the status topics of the edges, which the device filter takes in as well. */
    boolean isEdges(String topic) {
        return topic.startsWith(ROOT + site + "/edge/");
    }

    /**
     * Takes a topic apart.
     *
     * @throws NoScan where a level is no name, or the topic is none of a device's
     */
    Route route(String topic) throws NoScan {
        String[] levels = topic.split("/", -1);
        if (levels.length != LEVELS || !topic.startsWith(ROOT) || !levels[2].equals(site)) {
            throw new NoScan("the topic is not quaymark/v1/" + site + "/{dock}/{device}/scan or image");
        }
        Kind kind = switch (levels[5]) {
            case "scan" -> Kind.SCAN;
            case "image" -> Kind.IMAGE;
            case "status" -> Kind.STATUS;
            default -> throw new NoScan("the topic's last level is neither scan nor image");
        };
        try {
            return new Route(new DeviceId(levels[2], levels[3], levels[4]), kind);
        } catch (IllegalArgumentException e) {
            throw new NoScan("bad topic: " + e.getMessage());
        }
    }

    /**
     * The response topic if an answer may go there. A device must not make the edge speak for others, nor feed it its own
     * answers: within our own tree only what lies under the device itself and is none of the topics above.
     */
    static @Nullable String responseTopic(DeviceId device, @Nullable String asked) {
        if (asked == null
                || asked.isEmpty()
                || asked.length() > LONGEST_RESPONSE_TOPIC
                || asked.startsWith("$")
                || asked.chars().anyMatch(c -> c == '#' || c == '+' || c == 0)) {
            return null;
        }
        if (!asked.startsWith("quaymark/")) {
            return asked;
        }
        String own = ROOT + device.key() + "/";
        boolean taken =
                List.of("scan", "image", "status", "verdict").contains(asked.substring(asked.lastIndexOf('/') + 1));
        return asked.startsWith(own) && !taken ? asked : null;
    }
}
