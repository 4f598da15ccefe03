@NullMarked
package org.quaymark.hub.casework;

import org.jspecify.annotations.NullMarked;
