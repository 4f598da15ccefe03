/** What this edge has seen before: the answers of {@code History}, from memory and from an index of the journal on disk. */
@NullMarked
package org.quaymark.edge.history;

import org.jspecify.annotations.NullMarked;
