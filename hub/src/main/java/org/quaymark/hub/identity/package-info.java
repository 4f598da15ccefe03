/** Who calls: people, systems and edges, and what each may do. */
@NullMarked
package org.quaymark.hub.identity;

import org.jspecify.annotations.NullMarked;
