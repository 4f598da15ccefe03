package org.quaymark.hub.intake;

import org.quaymark.hub.storage.Engine;

class DeviceHealthOnSqliteTest extends DeviceHealthContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
