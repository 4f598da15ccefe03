/** Measures the reader on a collection of images whose texts are known, beside ZXing as it comes. */
@NullMarked
package org.quaymark.edge.scanner.image.corpus;

import org.jspecify.annotations.NullMarked;
