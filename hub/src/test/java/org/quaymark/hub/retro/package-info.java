@NullMarked
package org.quaymark.hub.retro;

import org.jspecify.annotations.NullMarked;
