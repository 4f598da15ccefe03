/** The API over real HTTP. */
@NullMarked
package org.quaymark.hub.http;

import org.jspecify.annotations.NullMarked;
