package org.quaymark.hub.casework;

import org.quaymark.hub.storage.Engine;

class CaseworkOnPostgresTest extends CaseworkContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
