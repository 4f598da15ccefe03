package org.quaymark.hub.detection;

import org.quaymark.hub.storage.Engine;

class LotsOnPostgresTest extends LotsContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
