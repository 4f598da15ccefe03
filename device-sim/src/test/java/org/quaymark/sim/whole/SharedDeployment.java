package org.quaymark.sim.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one deployment with the registry of the examples: started at the first use, stopped after the last test. */
final class SharedDeployment implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(SharedDeployment.class);

    private record Held(Deployment deployment) implements AutoCloseable {
        @Override
        public void close() {
            deployment.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Deployment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Held held = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent("deployment", ignored -> new Held(start()), Held.class);
        return held.deployment();
    }

    private static Deployment start() {
        try {
            return Deployment.withExamples("examples");
        } catch (IOException e) {
            throw new UncheckedIOException("starting a hub and an edge", e);
        }
    }
}
