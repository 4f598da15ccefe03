/** Verdicts given again from the journal: why they were given, and what they would be under another policy. */
@NullMarked
package org.quaymark.edge.explain;

import org.jspecify.annotations.NullMarked;
