/** What a scanner's readings say about the scanner: how well it reads, what is wrong with it, and what mends it. */
@NullMarked
package org.quaymark.inspection.device;

import org.jspecify.annotations.NullMarked;
