package org.quaymark.hub.http;

import org.quaymark.hub.storage.Engine;

class GuardOnPostgresTest extends GuardContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
