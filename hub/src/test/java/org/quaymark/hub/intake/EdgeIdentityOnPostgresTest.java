package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class EdgeIdentityOnPostgresTest extends EdgeIdentityContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
