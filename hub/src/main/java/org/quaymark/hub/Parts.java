package org.quaymark.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import jakarta.inject.Singleton;
import org.quaymark.process.http.MetricsRoute;

/** The parts that come from libraries. */
@Factory
final class Parts {
    @Singleton
    @Bean(preDestroy = "close")
    MetricsRoute metrics() {
        return new MetricsRoute();
    }

    @Singleton
    MeterRegistry meters(MetricsRoute metrics) {
        return metrics.registry();
    }

    @Singleton
    Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }
}
