/** The edge agent's assembly: its command line, its wiring, its start and stop. */
@NullMarked
package org.quaymark.edge;

import org.jspecify.annotations.NullMarked;
