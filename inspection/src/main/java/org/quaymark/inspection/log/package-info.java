/** The two append-only logs: entries, hash chain, signed notes. */
@NullMarked
package org.quaymark.inspection.log;

import org.jspecify.annotations.NullMarked;
