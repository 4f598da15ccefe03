/** Intake of journals on both databases. */
@NullMarked
package org.quaymark.hub.intake;

import org.jspecify.annotations.NullMarked;
