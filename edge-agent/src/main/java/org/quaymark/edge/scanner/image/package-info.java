/** Reads the codes on an image, in bounded time and memory, whatever the bytes are. */
@NullMarked
package org.quaymark.edge.scanner.image;

import org.jspecify.annotations.NullMarked;
