package org.quaymark.process.settings;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line why a run ended badly. */
final class Outcome {
    private final String program;
    private final PrintWriter err;

    Outcome(String program, PrintWriter err) {
        this.program = program;
        this.err = err;
    }

    int badUsage(Throwable problem) {
        StringBuilder line = new StringBuilder(message(problem));
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty())
            line.append(" (did you mean ")
                    .append(unmatched.getSuggestions().get(0))
                    .append("?)");
        say(line + "; see --help");
        return CommandLineMain.BAD_USAGE;
    }

    int failed(Throwable problem, boolean verbose) {
        if (problem instanceof BadUsage) return badUsage(problem);
        say(
                problem instanceof Failure
                        ? message(problem)
                        : problem.getClass().getSimpleName() + ": " + message(problem));
        if (verbose) problem.printStackTrace(err);
        return CommandLineMain.FAILED;
    }

    private static String message(Throwable problem) {
        @Nullable String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    private void say(String text) {
        err.println(program + ": " + text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " "));
        err.flush();
    }
}
