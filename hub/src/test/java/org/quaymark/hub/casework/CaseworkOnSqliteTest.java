package org.quaymark.hub.casework;

import org.quaymark.hub.storage.Engine;

class CaseworkOnSqliteTest extends CaseworkContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
