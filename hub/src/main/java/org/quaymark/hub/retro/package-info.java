/** Retro-verdicts: what was scanned already is decided again when the registry changes, and why a verdict is what it is. */
@NullMarked
package org.quaymark.hub.retro;

import org.jspecify.annotations.NullMarked;
