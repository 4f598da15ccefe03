package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class JournalToCaseOnPostgresTest extends JournalToCaseContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
