package org.quaymark.sim.demo;

import java.io.PrintWriter;
import java.time.Instant;
import org.quaymark.sim.deployment.Login;
import org.quaymark.sim.score.Report;
import org.quaymark.sim.score.ReportText;

/** What a demonstration came to, for people. */
final class Summary {
    private Summary() {}

    static void print(Report report, Arrivals arrivals, Stage stage, boolean kept, PrintWriter out) {
        out.println();
        ReportText.verdicts(report, out);
        line(
                out,
                "at the hub",
                "%,d of %,d scans, %,d twice".formatted(arrivals.atHub(), arrivals.scans(), arrivals.twice()));
        line(out, "cases", "%,d".formatted(arrivals.cases()));
        line(
                out,
                "alerts",
                "%,d of %,d delivered to customs and the platform".formatted(arrivals.delivered(), arrivals.alerts()));
        line(out, "answers", "%,d of %,d cases decided by customs".formatted(arrivals.answered(), arrivals.cases()));
        line(out, "console", stage.hub().url() + "/");
        line(out, "dock page", stage.edge().url() + "/");
        line(out, "API", stage.hub().url() + "/docs");
        if (kept) {
            login(stage.officer(), out);
        } else {
            line(out, "to look at it", "the same with --keep leaves everything up");
        }
    }

    private static void login(Login officer, PrintWriter out) {
        line(
                out,
                "login",
                "%s, password %s, one-time password now %s (secret %s)"
                        .formatted(officer.name(), officer.password(), officer.totp(now()), officer.totpSecret()));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("%-15s%s%n", name, value);
    }
}
