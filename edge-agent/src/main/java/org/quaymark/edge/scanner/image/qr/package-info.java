/** Finds and reads every QR code on an image, in bounded time however many patterns look like a finder. */
@NullMarked
package org.quaymark.edge.scanner.image.qr;

import org.jspecify.annotations.NullMarked;
