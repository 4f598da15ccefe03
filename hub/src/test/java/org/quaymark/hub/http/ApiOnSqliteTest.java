package org.quaymark.hub.http;

import org.quaymark.hub.storage.Engine;

class ApiOnSqliteTest extends ApiContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
