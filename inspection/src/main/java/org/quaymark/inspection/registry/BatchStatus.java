package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a lot. */
public enum BatchStatus {
    @JsonProperty("released")
    RELEASED,
    @JsonProperty("recalled")
    RECALLED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("stolen")
    STOLEN,
    @JsonProperty("destroyed")
    DESTROYED
}
