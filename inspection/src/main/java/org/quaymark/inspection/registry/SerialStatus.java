package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a single unit. */
public enum SerialStatus {
    @JsonProperty("issued")
    ISSUED,
    @JsonProperty("sold")
    SOLD,
    @JsonProperty("exported")
    EXPORTED,
    @JsonProperty("sample")
    SAMPLE,
    @JsonProperty("destroyed")
    DESTROYED,
    @JsonProperty("stolen")
    STOLEN
}
