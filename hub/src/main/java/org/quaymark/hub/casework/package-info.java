/** Cases: what was found at docks, gathered for the people who decide, with every step they take. */
@NullMarked
package org.quaymark.hub.casework;

import org.jspecify.annotations.NullMarked;
