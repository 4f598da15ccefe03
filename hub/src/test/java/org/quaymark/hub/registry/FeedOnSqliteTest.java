package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class FeedOnSqliteTest extends FeedContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
