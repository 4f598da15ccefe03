/** What detection finds, on both databases and in a campaign of any size. */
@NullMarked
package org.quaymark.hub.detection;

import org.jspecify.annotations.NullMarked;
