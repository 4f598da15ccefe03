package org.quaymark.inspection.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the device's system knows of the shipment; every part is optional.
 *
 * @param origin country, ISO 3166-1 alpha-2
 * @param destination country, ISO 3166-1 alpha-2
 * @param consignor party id
 * @param hsCode Harmonized System code, digits
 * @param weightGrams measured gross mass
 * @param quantity units in the parcel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shipment(
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String consignor,
        @Nullable String hsCode,
        @Nullable Integer weightGrams,
        @Nullable Integer quantity,
        @Nullable Money declaredValue) {
    /**
     * An amount of money.
     *
     * @param amount decimal number
     * @param currency ISO 4217
     */
    public record Money(String amount, String currency) {}
}
