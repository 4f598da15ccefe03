package org.quaymark.hub.storage;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.inject.Singleton;

/** Identifiers made by the application: UUIDv7 (RFC 9562), in the order they were made. Thread-safe. */
@Singleton
public final class Ids {
    private final NoArgGenerator uuids = Generators.timeBasedEpochGenerator();

    /** A new one. */
    public String next() {
        return uuids.generate().toString();
    }
}
