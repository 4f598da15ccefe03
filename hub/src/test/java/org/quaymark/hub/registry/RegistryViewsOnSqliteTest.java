package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class RegistryViewsOnSqliteTest extends RegistryViewsContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
