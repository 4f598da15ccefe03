package org.quaymark.process.http;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;

/** {@code /metrics} in the Prometheus text format, with the figures of the JVM and the process. */
public final class MetricsRoute implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    public MetricsRoute() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /** Where a process registers its own counters and timers. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    public void mount(Router router) {
        router.get("/metrics")
                .handler(context -> context.vertx()
                        .executeBlocking(registry::scrape, false)
                        .onFailure(context::fail)
                        .onSuccess(text -> context.response()
                                .putHeader("Content-Type", TEXT)
                                .putHeader("Cache-Control", "no-store")
                                .end(text)));
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
