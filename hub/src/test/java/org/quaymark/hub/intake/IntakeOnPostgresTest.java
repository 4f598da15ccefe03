package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class IntakeOnPostgresTest extends IntakeContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
