package org.quaymark.hub.detection;

import org.quaymark.hub.storage.Engine;

class ClonesOnSqliteTest extends ClonesContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
