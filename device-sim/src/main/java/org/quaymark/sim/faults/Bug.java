package org.quaymark.sim.faults;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;

/** Bugs that would break the promises: a campaign with one of them must fail and name the scans. They are put into an edge. */
public enum Bug {
    /** The verdict goes out as soon as its entry waits for the disk; the disk is slow, so that a kill finds some waiting. */
    ACKNOWLEDGE_BEFORE_COMMIT {
        @Override
        AgentBuilder of(AgentBuilder builder) {
            return builder.type(ElementMatchers.named(JOURNAL + "SqliteJournal"))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(AtOnce.class).on(ElementMatchers.named("append"))))
                    .type(ElementMatchers.named(JOURNAL + "JournalStore"))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(SlowDisk.class).on(ElementMatchers.named("commit"))));
        }
    },
    /** Entries are deleted as soon as there are newer ones, whether or not the hub has them. */
    DELETE_BEFORE_RECEIPT {
        @Override
        AgentBuilder of(AgentBuilder builder) {
            return builder.type(ElementMatchers.named(JOURNAL + "JournalStore"))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(DeleteEarlier.class).on(ElementMatchers.named("insert"))));
        }
    },
    /** A scan that comes again is written again. */
    DOUBLE_APPLY {
        @Override
        AgentBuilder of(AgentBuilder builder) {
            return builder.type(ElementMatchers.named(JOURNAL + "ScanKey"))
                    .transform((type, description, loader, module, domain) ->
                            type.visit(Advice.to(Forgetful.class).on(ElementMatchers.named("of"))));
        }
    };

    private static final String JOURNAL = "org.quaymark.edge.journal.";
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    abstract AgentBuilder of(AgentBuilder builder);

    void into(AgentBuilder builder, Instrumentation instrumentation) {
        of(builder).installOn(instrumentation);
    }

    /** As on the command line: {@code double-apply}. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The bug of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static Bug ofWireName(String name) {
        return Arrays.stream(values())
                .filter(bug -> bug.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such bug: " + name));
    }

    /** Inlined into the edge's classes; called by what is inlined: public. */
    public static CompletionStage<Object> done(ClassLoader edge) {
        try {
            Constructor<?> appended =
                    Class.forName(JOURNAL + "Appended", true, edge).getDeclaredConstructors()[0];
            Object[] nothing = new Object[appended.getParameterCount()];
            Class<?>[] types = appended.getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                nothing[i] = types[i] == long.class ? (Object) 1L : types[i] == boolean.class ? (Object) false : null;
            }
            return CompletableFuture.completedFuture(appended.newInstance(nothing));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bug does not fit this edge", e);
        }
    }

    /** Called by what is inlined: public. */
    public static void wait400Millis() {
        LockSupport.parkNanos(SLOW_NANOS);
    }

    /** Called by what is inlined: public. */
    public static void deleteBefore(Connection connection, long sequence) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM entry WHERE sequence < " + (sequence - 1));
        }
    }

    static final class AtOnce {
        private AtOnce() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object done,
                @Advice.This Object journal) {
            done = Bug.done(journal.getClass().getClassLoader());
        }
    }

    static final class SlowDisk {
        private SlowDisk() {}

        @Advice.OnMethodEnter
        static void enter() {
            Bug.wait400Millis();
        }
    }

    static final class DeleteEarlier {
        private DeleteEarlier() {}

        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue("connection") Connection connection, @Advice.Argument(0) long sequence)
                throws SQLException {
            Bug.deleteBefore(connection, sequence);
        }
    }

    static final class Forgetful {
        private Forgetful() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object key) {
            key = null;
        }
    }
}
