package org.quaymark.sim.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code truth.ndjson}.
 *
 * @param scan the scan it is about
 * @param truth what the item really is: {@code genuine}, {@code recalled} …
 * @param fault what the scanner did to the label's text, null for nothing
 * @param expected the verdicts that are right
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TruthLine(String scan, String truth, @Nullable String fault, List<String> expected) {
    public TruthLine {
        if (scan == null || truth == null || expected == null || expected.isEmpty()) {
            throw new IllegalArgumentException("scan, truth and expected are needed");
        }
        expected = List.copyOf(expected);
    }

    /** The kind of goods, with the scanner's fault where there was one: {@code genuine+F1}. */
    public String kind() {
        return fault == null ? truth : truth + "+" + fault;
    }
}
