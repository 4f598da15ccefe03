/** What a scanner sent, and what was printed: every legal reading is a hypothesis until proved. */
@NullMarked
package org.quaymark.inspection.reading;

import org.jspecify.annotations.NullMarked;
