package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an interception is to be carried out. */
public enum InterceptionStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("lifted")
    LIFTED
}
