/** The registry's authority on both databases. */
@NullMarked
package org.quaymark.hub.registry;

import org.jspecify.annotations.NullMarked;
