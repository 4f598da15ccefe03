package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class RegistryOnSqliteTest extends RegistryContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
