package org.quaymark.sim.faults;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign came to.
 *
 * @param repeats how often scanners asked again
 * @param notRecorded verdicts that said they were not on disk, and were asked for again
 * @param endedByThemselves edges and hubs that ended without being killed, and were started again
 * @param cases what the hub's casework has of what was held
 * @param contradictions scans that a scanner was given two different verdicts for
 * @param checkpoints how many of the ledger were seen
 * @param unverified what of them does not verify
 * @param journals what the edges' own journals were found to be
 */
record FaultReport(
        String started,
        long seconds,
        int scans,
        int repeats,
        int notRecorded,
        int endedByThemselves,
        boolean drained,
        Checker.Found found,
        CaseCheck.Found cases,
        int contradictions,
        int checkpoints,
        List<String> unverified,
        List<Journal> journals,
        List<Kind> faults) {
    /**
     * An edge's journal: its chain recomputed from its first entry, its numbers and entries read.
     *
     * @param pruned entries in front that were confirmed and are not kept any more
     * @param withoutReceipt entries no hub has given a receipt for that the edge found good; a receipt that does not verify
     *     counts as none
     */
    record Journal(String edge, long entries, long pruned, long withoutReceipt, List<String> broken) {
        static Journal of(EdgeJournal read) {
            return new Journal(read.edge(), read.entries(), read.pruned(), read.withoutReceipt(), read.broken());
        }
    }

    /**
     * One kind of fault.
     *
     * @param skipped why it was not done at all, null where it was
     * @param notRecovered how often nothing worked again within two minutes
     */
    record Kind(
            String kind,
            int planned,
            int struck,
            @Nullable String skipped,
            int notRecovered,
            long p50Millis,
            long p99Millis,
            long maxMillis) {}

    boolean good() {
        return drained
                && contradictions == 0
                && unverified.isEmpty()
                && journals.stream().allMatch(journal -> journal.broken().isEmpty())
                && found.unanswered().count() == 0
                && found.wrong().count() == 0
                && found.lost().count() == 0
                && found.doubled().count() == 0
                && found.differing().count() == 0
                && cases.isGood()
                && faults.stream().allMatch(kind -> kind.notRecovered() == 0);
    }

    void print(PrintWriter out) {
        out.printf(
                "%-16s%10s%10s%14s%12s%12s%12s%n",
                "fault", "planned", "struck", "not recovered", "p50 ms", "p99 ms", "max ms");
        for (Kind kind : faults) {
            out.printf(
                    "%-16s%,10d%,10d%,14d%,12d%,12d%,12d%s%n",
                    kind.kind(),
                    kind.planned(),
                    kind.struck(),
                    kind.notRecovered(),
                    kind.p50Millis(),
                    kind.p99Millis(),
                    kind.maxMillis(),
                    kind.skipped() == null ? "" : "  skipped: " + kind.skipped());
        }
        out.printf(
                "%-16s%,d in %,d s, asked again %,d times, %,d verdicts not recorded at first%n"
                        + "%-16s%,d processes that were not killed%n",
                "scans", scans, seconds, repeats, notRecorded, "ended", endedByThemselves);
        print(out, "unanswered", found.unanswered());
        print(out, "wrong", found.wrong());
        print(out, "lost", found.lost());
        print(out, "doubled", found.doubled());
        print(out, "differing", found.differing());
        print(out, "without a case", cases.missing());
        print(out, "cases doubled", cases.doubled());
        print(out, "cases unfounded", cases.unfounded());
        out.printf("%-16s%,d%n", "contradictions", contradictions);
        out.printf("%-16s%,d of %,d checkpoints%n", "unverified", unverified.size(), checkpoints);
        unverified.stream().limit(5).forEach(line -> out.println("  " + line));
        for (Journal journal : journals) {
            out.printf(
                    "%-16s%s: %,d entries, %,d pruned, %,d without a receipt its edge found good, chain %s%n",
                    "journal",
                    journal.edge(),
                    journal.entries(),
                    journal.pruned(),
                    journal.withoutReceipt(),
                    journal.broken().isEmpty() ? "whole" : "broken");
            journal.broken().stream().limit(5).forEach(line -> out.println("  " + line));
        }
        if (!drained) {
            out.println("not everything reached the hub in time");
        }
        out.flush();
    }

    private static void print(PrintWriter out, String what, Checker.Named named) {
        out.printf("%-16s%,d%s%n", what, named.count(), named.count() == 0 ? "" : " " + named.first());
    }
}
