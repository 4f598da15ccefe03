package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class RetroOnPostgresTest extends RetroContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
