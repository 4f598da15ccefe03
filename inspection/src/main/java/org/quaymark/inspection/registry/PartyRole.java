package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a party is to the goods. */
public enum PartyRole {
    @JsonProperty("rights-holder")
    RIGHTS_HOLDER,
    @JsonProperty("licensee")
    LICENSEE,
    @JsonProperty("supplier")
    SUPPLIER,
    @JsonProperty("consignor")
    CONSIGNOR,
    @JsonProperty("platform")
    PLATFORM,
    @JsonProperty("authority")
    AUTHORITY
}
