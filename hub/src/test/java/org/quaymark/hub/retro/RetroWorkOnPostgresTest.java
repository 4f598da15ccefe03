package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class RetroWorkOnPostgresTest extends RetroWorkContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
