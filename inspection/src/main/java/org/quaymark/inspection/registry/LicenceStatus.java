package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a licence runs. */
public enum LicenceStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED,
    @JsonProperty("terminated")
    TERMINATED
}
