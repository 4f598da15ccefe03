package org.quaymark.hub.detection;

import org.quaymark.hub.storage.Engine;

class LotsOnSqliteTest extends LotsContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
