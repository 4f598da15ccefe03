package org.quaymark.hub.http;

import org.quaymark.hub.storage.Engine;

class GuardOnSqliteTest extends GuardContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
