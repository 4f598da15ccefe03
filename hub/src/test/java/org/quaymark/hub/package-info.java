/** The hub as a whole, on both databases. */
@NullMarked
package org.quaymark.hub;

import org.jspecify.annotations.NullMarked;
