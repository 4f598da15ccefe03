@NullMarked
package org.quaymark.hub.console;

import org.jspecify.annotations.NullMarked;
