/** Passwords, one-time passwords, sessions. */
@NullMarked
package org.quaymark.hub.identity;

import org.jspecify.annotations.NullMarked;
