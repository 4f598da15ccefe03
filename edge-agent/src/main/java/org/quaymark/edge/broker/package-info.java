/** The broker inside the edge, for a site that has none. */
@NullMarked
package org.quaymark.edge.broker;

import org.jspecify.annotations.NullMarked;
