/** The site's devices: how well each reads, what it does to codes, what is to be mended. Kept over a restart. */
@NullMarked
package org.quaymark.edge.device;

import org.jspecify.annotations.NullMarked;
