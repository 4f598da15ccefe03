/** Pixels of images: made of the bytes of strangers within bounds, turned, scaled and cut. */
@NullMarked
package org.quaymark.edge.scanner.image.pixels;

import org.jspecify.annotations.NullMarked;
