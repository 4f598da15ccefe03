/** Edges, their enrolment and their devices. */
@NullMarked
package org.quaymark.hub.edges;

import org.jspecify.annotations.NullMarked;
