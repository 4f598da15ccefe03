package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class ReproducedOnSqliteTest extends ReproducedContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
