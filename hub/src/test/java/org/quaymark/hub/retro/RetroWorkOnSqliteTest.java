package org.quaymark.hub.retro;

import org.quaymark.hub.storage.Engine;

class RetroWorkOnSqliteTest extends RetroWorkContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
