package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class RetroOnSqliteTest extends RetroContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
