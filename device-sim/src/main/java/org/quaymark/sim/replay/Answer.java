package org.quaymark.sim.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/**
 * The parts of a verdict message that a replay needs.
 *
 * @param scan the scan's id as the edge names it
 * @param findings codes
 * @param recorded false where the edge says that it is not on its disk yet
 */
record Answer(@Nullable String scan, String verdict, List<String> findings, boolean recorded) {

    /**
     * Reads a verdict message.
     *
     * @throws IOException where it is none
     */
    static Answer read(byte[] payload) throws IOException {
        JsonNode node = Json.LENIENT.readTree(payload);
        if (!node.path("verdict").isTextual()) {
            throw new IOException("no verdict in it");
        }
        List<String> findings = new ArrayList<>();
        node.path("findings")
                .forEach(finding -> findings.add(finding.path("code").asText()));
        return new Answer(
                node.path("scan").isTextual() ? node.path("scan").asText() : null,
                node.path("verdict").asText(),
                List.copyOf(findings),
                node.path("recorded").asBoolean(true));
    }

    /**
     * Whether it says something else of the same scan. A payload without an id is a new scan where it is repeated late, and
     * may be judged anew.
     */
    boolean contradicts(Answer other) {
        return Objects.equals(scan, other.scan) && !(verdict.equals(other.verdict) && findings.equals(other.findings));
    }
}
