package org.quaymark.edge.scanner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.process.json.Json;

/**
 * A verdict with the bytes it is sent as: a repeat gets the same ones.
 *
 * @param recorded whether it is in the journal on disk; where it is not, the message says so and the answer is not kept, for
 *     that may change
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Answered(Verdict verdict, byte[] json, boolean recorded) {
    static Answered of(Verdict verdict, boolean recorded) {
        try {
            if (recorded) {
                return new Answered(verdict, Json.LENIENT.writeValueAsBytes(verdict), true);
            }
            ObjectNode marked = Json.LENIENT.valueToTree(verdict);
            return new Answered(verdict, Json.LENIENT.writeValueAsBytes(marked.put("recorded", false)), false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the verdict on " + verdict.scan(), e);
        }
    }
}
