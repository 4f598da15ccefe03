/** The page a warehouse hangs on its wall: the last verdict of each dock, live. */
@NullMarked
package org.quaymark.edge.dock;

import org.jspecify.annotations.NullMarked;
