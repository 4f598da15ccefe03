/** What every MQTT client of ours needs besides Paho. */
@NullMarked
package org.quaymark.process.mqtt;

import org.jspecify.annotations.NullMarked;
