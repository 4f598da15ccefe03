/**
 * Finds and reads Data Matrix symbols (ISO/IEC 16022, rectangular ones of ISO/IEC 21471 too) anywhere on an image: a blob of
 * dark cells, the quadrilateral around it, the border pattern that fits into it best, and the modules between.
 */
@NullMarked
package org.quaymark.edge.scanner.image.datamatrix;

import org.jspecify.annotations.NullMarked;
