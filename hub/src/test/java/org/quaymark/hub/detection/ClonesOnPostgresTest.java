package org.quaymark.hub.detection;

import org.quaymark.hub.storage.Engine;

class ClonesOnPostgresTest extends ClonesContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
