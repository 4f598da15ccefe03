package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class SameScanOnSqliteTest extends SameScanContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
