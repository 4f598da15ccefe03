package org.quaymark.hub.identity;

import org.quaymark.hub.storage.Engine;

class RepositoriesOnPostgresTest extends RepositoriesContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
