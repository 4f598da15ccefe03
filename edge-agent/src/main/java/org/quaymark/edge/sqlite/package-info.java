/** What every SQLite file of the edge needs beyond its driver. */
@NullMarked
package org.quaymark.edge.sqlite;

import org.jspecify.annotations.NullMarked;
