/** The officers' pages, rendered on the server. */
@NullMarked
package org.quaymark.hub.console;

import org.jspecify.annotations.NullMarked;
