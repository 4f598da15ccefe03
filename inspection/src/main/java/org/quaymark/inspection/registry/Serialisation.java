package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How single units of a product can be told apart. */
public enum Serialisation {
    @JsonProperty("none")
    NONE,
    @JsonProperty("batch")
    BATCH,
    @JsonProperty("serial")
    SERIAL
}
