/** The replica of the registry on the edge's own disk, and the feed that keeps it fresh. */
@NullMarked
package org.quaymark.edge.registry;

import org.jspecify.annotations.NullMarked;
