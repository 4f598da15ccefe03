package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class JournalToCaseOnSqliteTest extends JournalToCaseContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
