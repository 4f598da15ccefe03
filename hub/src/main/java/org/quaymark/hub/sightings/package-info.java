/** Where an item was seen. */
@NullMarked
package org.quaymark.hub.sightings;

import org.jspecify.annotations.NullMarked;
