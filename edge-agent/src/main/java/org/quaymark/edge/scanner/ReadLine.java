package org.quaymark.edge.scanner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.scanner.image.Found;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Code;
import org.quaymark.process.json.Json;

/**
 * A line of what {@code read} answers.
 *
 * @param incomplete true where the time for an image was over before every way to read it was tried
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadLine(
        String file,
        List<ReadCode> codes,
        @Nullable Effect verdict,
        @Nullable List<Finding> findings,
        long millis,
        @Nullable Boolean incomplete,
        @Nullable String error) {
    /**
     * A code as it is printed: the symbology identifier apart from the text.
     *
     * @param rung of the ladder of tries, which one found it on an image
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadCode(
            @Nullable String symbology,
            String text,
            @Nullable String rung) {
        static ReadCode of(Found found) {
            return of(found.code(), found.rung());
        }

        static ReadCode of(Code code) {
            return of(code, null);
        }

        private static ReadCode of(Code code, @Nullable String rung) {
            String data = code.data();
            if (code.symbology() == null && data.length() > 3 && data.matches("(?s)\\][A-Za-z][0-9A-Za-z].*")) {
                return new ReadCode(data.substring(0, 3), data.substring(3), rung);
            }
            return new ReadCode(code.symbology(), data, rung);
        }
    }

    static ReadLine read(Path file, List<ReadCode> codes, @Nullable Verdict verdict, boolean complete, long millis) {
        return new ReadLine(
                file.toString(),
                codes,
                verdict == null ? null : verdict.verdict(),
                verdict == null ? null : verdict.findings(),
                millis,
                complete ? null : true,
                null);
    }

    static ReadLine failed(Path file, String error, long millis) {
        return new ReadLine(file.toString(), List.of(), null, null, millis, null, error);
    }

    String toJson() {
        try {
            return Json.LENIENT.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the line of " + file, e);
        }
    }
}
