package org.quaymark.inspection.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A record of the registry. Each has a natural key, all of its values are valid on their own (its constructor refuses
 * with {@link IllegalArgumentException} and a reason a person can act on), references to other records may dangle.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Party.class, name = "party"),
    @JsonSubTypes.Type(value = Prefix.class, name = "prefix"),
    @JsonSubTypes.Type(value = Site.class, name = "site"),
    @JsonSubTypes.Type(value = Right.class, name = "right"),
    @JsonSubTypes.Type(value = Recordation.class, name = "recordation"),
    @JsonSubTypes.Type(value = Product.class, name = "product"),
    @JsonSubTypes.Type(value = Batch.class, name = "batch"),
    @JsonSubTypes.Type(value = Serials.class, name = "serials"),
    @JsonSubTypes.Type(value = Licence.class, name = "licence"),
    @JsonSubTypes.Type(value = Manifest.class, name = "manifest"),
    @JsonSubTypes.Type(value = Interception.class, name = "interception"),
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface RegistryRecord extends RegistryLine
        permits Party, Prefix, Site, Right, Recordation, Product, Batch, Serials, Licence, Manifest, Interception {
    @Override
    @JsonIgnore
    RegistryKey key();
}
