package org.quaymark.inspection.registry;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one unit.
 *
 * @param lot the lot it was issued under, null where the maker did not say
 */
public record Unit(@Nullable String lot, SerialStatus status) {}
