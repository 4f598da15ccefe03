package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of intellectual property right (Reg. 608/2013 Art. 2). */
public enum RightKind {
    @JsonProperty("trademark")
    TRADEMARK,
    @JsonProperty("design")
    DESIGN,
    @JsonProperty("copyright")
    COPYRIGHT,
    @JsonProperty("patent")
    PATENT,
    @JsonProperty("geographical-indication")
    GEOGRAPHICAL_INDICATION
}
