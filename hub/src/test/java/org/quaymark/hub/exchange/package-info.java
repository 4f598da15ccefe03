@NullMarked
package org.quaymark.hub.exchange;

import org.jspecify.annotations.NullMarked;
