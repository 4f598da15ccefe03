/** TLS: whom an edge believes, and as whom it comes. */
@NullMarked
package org.quaymark.edge.tls;

import org.jspecify.annotations.NullMarked;
