package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What all hub processes share. */
@MappedEntity("shared_value")
record SharedValueRow(@Id String name, String value) {
    /** Without the value: it may be a secret. */
    @Override
    public String toString() {
        return "SharedValueRow[" + name + "]";
    }
}
