/** Looks at what intake stored, once it is durable: suspicious sightings go to casework. */
@NullMarked
package org.quaymark.hub.detection;

import org.jspecify.annotations.NullMarked;
