/** The simulator's MQTT connections. */
@NullMarked
package org.quaymark.sim.mqtt;

import org.jspecify.annotations.NullMarked;
