/** The edge's journal: on disk before anybody is answered, and kept until the hub's receipt. */
@NullMarked
package org.quaymark.edge.journal;

import org.jspecify.annotations.NullMarked;
