package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A right is in force only while registered. */
public enum RightStatus {
    @JsonProperty("registered")
    REGISTERED,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("surrendered")
    SURRENDERED,
    @JsonProperty("invalidated")
    INVALIDATED
}
