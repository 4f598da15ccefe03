/** Journals of edges: taken in once, whole and in order. */
@NullMarked
package org.quaymark.hub.intake;

import org.jspecify.annotations.NullMarked;
