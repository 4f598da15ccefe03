package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class DeviceHealthOnPostgresTest extends DeviceHealthContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
