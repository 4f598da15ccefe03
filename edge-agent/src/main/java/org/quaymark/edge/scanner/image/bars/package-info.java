/** Reads bar codes along lines of an image, and takes only what several lines say. */
@NullMarked
package org.quaymark.edge.scanner.image.bars;

import org.jspecify.annotations.NullMarked;
