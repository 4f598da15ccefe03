package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class SameScanOnPostgresTest extends SameScanContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
