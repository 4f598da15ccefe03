/** The hub: where the journals of all edges meet, and where the registry is kept. */
@NullMarked
package org.quaymark.hub;

import org.jspecify.annotations.NullMarked;
