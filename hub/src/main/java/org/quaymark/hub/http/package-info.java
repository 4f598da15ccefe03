/** The HTTP API's frame: routes, answers, problems, who may call. */
@NullMarked
package org.quaymark.hub.http;

import org.jspecify.annotations.NullMarked;
