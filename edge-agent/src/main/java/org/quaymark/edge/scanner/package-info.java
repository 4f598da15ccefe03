/** Scanners: MQTT in and out, what a payload says, and the way of a scan from its arrival to its answer. */
@NullMarked
package org.quaymark.edge.scanner;

import org.jspecify.annotations.NullMarked;
