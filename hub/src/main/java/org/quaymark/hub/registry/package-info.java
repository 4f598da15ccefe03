/** The registry's authority: import, single records, the feed and the snapshots that edges follow. */
@NullMarked
package org.quaymark.hub.registry;

import org.jspecify.annotations.NullMarked;
