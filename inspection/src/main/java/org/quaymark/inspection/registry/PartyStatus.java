package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a party may act at all. */
public enum PartyStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("suspended")
    SUSPENDED
}
