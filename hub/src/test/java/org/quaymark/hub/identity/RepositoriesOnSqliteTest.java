package org.quaymark.hub.identity;

import org.quaymark.hub.storage.Engine;

class RepositoriesOnSqliteTest extends RepositoriesContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
