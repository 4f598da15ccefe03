/** Postal item identifiers (UPU S10). */
@NullMarked
package org.quaymark.inspection.postal;

import org.jspecify.annotations.NullMarked;
