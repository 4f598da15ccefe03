package org.quaymark.inspection.decision;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quaymark.inspection.reading.Attempt;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.CodeReading;
import org.quaymark.inspection.reading.Reading;

/** Takes down how each code of one scan was tried. */
final class ReadingTrace implements Attempt.Listener {
    /** By the code itself: a scan may hold two that are equal. */
    private final Map<Code, Tried> byCode = new IdentityHashMap<>();

    private static final class Tried {
        private final Set<String> faults = new LinkedHashSet<>();
        private final List<Attempt> legal = new ArrayList<>();
        private int attempts;
    }

    @Override
    public void tried(Code code, Attempt attempt) {
        Tried tried = byCode.computeIfAbsent(code, c -> new Tried());
        tried.attempts++;
        if (!attempt.faults().isEmpty()) {
            tried.faults.add(String.join("+", attempt.faults()));
        }
        boolean tell = switch (attempt.proof()) {
            case ILLEGAL -> false;
            case SILENT, UNPROVED -> tried.legal.size() < Explanation.Read.READINGS;
            case PROVED -> true;
        };
        if (tell) {
            tried.legal.add(attempt);
        }
    }

    List<Explanation.Read> codes(Reading reading) {
        return reading.codes().stream().map(this::read).toList();
    }

    private Explanation.Read read(CodeReading code) {
        Tried tried = byCode.getOrDefault(code.code(), new Tried());
        return new Explanation.Read(
                code.code(),
                code.certainty(),
                code.identification(),
                code.repaired(),
                List.copyOf(tried.faults),
                tried.legal,
                tried.attempts);
    }
}
