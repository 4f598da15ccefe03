/** Tests of whole processes: the jars as they are delivered, started as somebody would start them. */
@NullMarked
package org.quaymark.sim.whole;

import org.jspecify.annotations.NullMarked;
