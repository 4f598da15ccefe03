package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class EdgeIdentityOnSqliteTest extends EdgeIdentityContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
