package org.quaymark.sim.faults;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * A Java agent that a campaign starts processes with ({@code -javaagent:device-sim.jar=clock=FILE} or {@code =bug=NAME}): it moves the
 * wall clock, or puts in a bug that the campaign must find. Nothing of it is in the programs themselves.
 */
public final class Saboteur {
    static final String CLOCK = "clock";
    static final String BUG = "bug";

    /** The clock's offset in milliseconds, where the classes of the platform can see it. */
    private static final String OFFSET = "quaymark.sabotage.clock.offset";

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Saboteur() {}

    /** Called by the Java virtual machine before the program's own main. */
    public static void premain(String argument, Instrumentation instrumentation) {
        int equals = argument.indexOf('=');
        String what = equals < 0 ? argument : argument.substring(0, equals);
        String value = equals < 0 ? "" : argument.substring(equals + 1);
        switch (what) {
            case CLOCK -> moveClock(Path.of(value), instrumentation);
            case BUG -> Bug.ofWireName(value).into(builder(), instrumentation);
            default -> throw new IllegalArgumentException("no sabotage: " + argument);
        }
    }

    private static AgentBuilder builder() {
        return new AgentBuilder.Default(new ByteBuddy().with(TypeValidation.DISABLED))
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
    }

    private static void moveClock(Path file, Instrumentation instrumentation) {
        System.setProperty(OFFSET, "0");
        builder()
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.named("java.time.Clock$SystemClock"))
                .transform((type, description, loader, module, domain) -> type.visit(
                                Advice.to(MovedInstant.class).on(ElementMatchers.named("instant")))
                        .visit(Advice.to(MovedMillis.class).on(ElementMatchers.named("millis"))))
                .installOn(instrumentation);
        Thread watcher = new Thread(() -> watch(file), "moved-clock");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void watch(Path file) {
        while (!Thread.currentThread().isInterrupted()) {
            @Nullable String offset = read(file);
            if (offset != null) {
                System.setProperty(OFFSET, offset);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return null;
        }
    }

    /** Inlined into the platform's clock: it may use nothing of ours. */
    static final class MovedInstant {
        private MovedInstant() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) java.time.Instant instant) {
            instant = instant.plusMillis(Long.getLong("quaymark.sabotage.clock.offset", 0));
        }
    }

    /** Inlined into the platform's clock: it may use nothing of ours. */
    static final class MovedMillis {
        private MovedMillis() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) long millis) {
            millis = millis + Long.getLong("quaymark.sabotage.clock.offset", 0);
        }
    }
}
