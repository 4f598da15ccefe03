package org.quaymark.hub;

import io.micronaut.context.annotation.Factory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import jakarta.inject.Singleton;

/** The parts that come from libraries. */
@Factory
final class Parts {
    @Singleton
    Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }
}
