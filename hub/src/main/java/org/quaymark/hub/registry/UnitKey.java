package org.quaymark.hub.registry;

/**
 * A unit of a product.
 *
 * @param gtin 14 digits
 */
public record UnitKey(String gtin, String serial) {}
