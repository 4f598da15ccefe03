/** What could not be checked when it was scanned is decided again. */
@NullMarked
package org.quaymark.edge.retro;

import org.jspecify.annotations.NullMarked;
