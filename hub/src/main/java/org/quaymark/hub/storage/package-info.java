/** The hub's database: SQLite or PostgreSQL, transactions, heads of logs, waking those who wait for them. */
@NullMarked
package org.quaymark.hub.storage;

import org.jspecify.annotations.NullMarked;
