/** Customs, platforms, right holders: signed alerts go out, decisions come back. */
@NullMarked
package org.quaymark.hub.exchange;

import org.jspecify.annotations.NullMarked;
