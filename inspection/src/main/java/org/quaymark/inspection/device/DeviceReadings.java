package org.quaymark.inspection.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.reading.Scan;

/**
 * How well a device reads. Immutable; a stored one goes on as if nothing had happened.
 *
 * @param since when its first reading was counted
 * @param reads scans taken
 * @param repaired readings where a scanner's fault was undone
 * @param doubtful readings whose codes arrived, and what was printed is in doubt
 * @param unreadable readings that gave nothing: those in doubt, and images without a code
 * @param faults how often each fault was undone, by name; at most {@value #FAULTS} names, the rest under {@code other}
 * @param recent the last readings, the newest last, as many as the rule looks at
 * @param cleanInARow clean readings since the last fault that speak against the notice
 * @param notice the maintenance notice in force, null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceReadings(
        Instant since,
        long reads,
        long repaired,
        long doubtful,
        long unreadable,
        Map<String, Long> faults,
        List<Mark> recent,
        int cleanInARow,
        @Nullable Notice notice) {
    private static final int FAULTS = 32;
    private static final int LONGEST_FAULT = 64;
    private static final String OTHER = "other";

    public DeviceReadings {
        faults = faults == null ? Map.of() : Map.copyOf(faults);
        recent = recent == null ? List.of() : List.copyOf(recent);
    }

    /** Those of a device that was never heard of. */
    public static DeviceReadings none(Instant since) {
        return new DeviceReadings(since, 0, 0, 0, 0, Map.of(), List.of(), 0, null);
    }

    /** With one more. */
    public DeviceReadings with(Scan scan, Verdict verdict, NoticeRule rule) {
        return with(Outcome.of(scan, verdict), rule, verdict.at());
    }

    DeviceReadings with(Outcome read, NoticeRule rule, Instant at) {
        Mark mark = Mark.of(read);
        // A parcel's number or nothing at all was read: that says nothing about the scanner.
        boolean telling = mark.trouble() != null || read.item();
        List<Mark> last = telling ? lastOf(mark, rule.window()) : recent;
        int clean = mark.trouble() != null ? 0 : cleanInARow;
        Notice kept = notice;
        if (kept != null && read.isClean() && kept.trouble().isDisprovedBy(read) && ++clean >= rule.clean()) {
            kept = null;
            clean = 0;
            last = List.of();
        } else if (mark.trouble() != null) {
            kept = replaced(rule.called(last, at));
        }
        return new DeviceReadings(
                since,
                reads + 1,
                repaired + (read.faults().isEmpty() ? 0 : 1),
                doubtful + (read.doubtful() ? 1 : 0),
                unreadable + (read.doubtful() || read.unreadable() ? 1 : 0),
                read.faults().isEmpty() ? faults : counted(read.faults()),
                last,
                clean,
                kept);
    }

    /** The counts under the names that the journal and the hub know them by. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("reads", reads);
        counts.put("repaired", repaired);
        counts.put("doubtful", doubtful);
        counts.put("unreadable", unreadable);
        new TreeMap<>(faults).forEach((fault, count) -> counts.put("fault:" + fault, count));
        return counts;
    }

    /** One notice at a time: another trouble takes its place, the same one only where it knows more. */
    private @Nullable Notice replaced(@Nullable Notice called) {
        if (called == null || notice == null) {
            return called == null ? notice : called;
        }
        if (called.trouble() == notice.trouble()) {
            return new Notice(
                    notice.trouble(), called.layout() == null ? notice.layout() : called.layout(), notice.since());
        }
        return called;
    }

    private List<Mark> lastOf(Mark mark, int window) {
        List<Mark> last = new ArrayList<>(recent);
        last.add(mark);
        return last.size() > window ? last.subList(last.size() - window, last.size()) : last;
    }

    private Map<String, Long> counted(List<String> names) {
        Map<String, Long> counts = new TreeMap<>(faults);
        for (String name : names) {
            boolean room = counts.containsKey(name) || (counts.size() < FAULTS && name.length() <= LONGEST_FAULT);
            counts.merge(room ? name : OTHER, 1L, Long::sum);
        }
        return counts;
    }
}
