package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class RegistryViewsOnPostgresTest extends RegistryViewsContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
