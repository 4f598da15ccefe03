package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class RegistryOnPostgresTest extends RegistryContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
