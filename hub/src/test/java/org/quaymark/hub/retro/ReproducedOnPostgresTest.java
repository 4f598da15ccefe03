package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class ReproducedOnPostgresTest extends ReproducedContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
