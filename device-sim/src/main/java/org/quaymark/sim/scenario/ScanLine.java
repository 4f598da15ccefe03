package org.quaymark.sim.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code scans.ndjson}: one trigger pull.
 *
 * @param scan the scan's name in the truth; its id too, where the payload has one
 * @param at when it is scanned
 * @param payload what the device publishes, where that is text
 * @param payloadBase64 the same where it is not
 * @param delayMillis how long after {@code at} the device sends it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScanLine(
        String scan,
        Instant at,
        String site,
        String dock,
        String device,
        @Nullable String payload,
        @Nullable String payloadBase64,
        long delayMillis) {
    public ScanLine {
        if (scan == null || at == null || site == null || dock == null || device == null) {
            throw new IllegalArgumentException("scan, at, site, dock and device are needed");
        }
        if ((payload == null) == (payloadBase64 == null)) {
            throw new IllegalArgumentException("either payload or payloadBase64 is needed");
        }
        if (delayMillis < 0) {
            throw new IllegalArgumentException("delayMillis is negative");
        }
    }

    /** What the device publishes. */
    public byte[] bytes() {
        return payload != null
                ? payload.getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(payloadBase64);
    }

    /** Where the device publishes it. */
    public String topic() {
        return "quaymark/v1/" + site + "/" + dock + "/" + device + "/scan";
    }
}
