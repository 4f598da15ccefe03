package org.quaymark.hub.http;

import org.quaymark.hub.storage.Engine;

class ApiOnPostgresTest extends ApiContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
