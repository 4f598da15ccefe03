package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class IntakeOnSqliteTest extends IntakeContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
