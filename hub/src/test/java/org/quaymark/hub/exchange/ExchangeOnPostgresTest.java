package org.quaymark.hub.exchange;

import org.quaymark.hub.storage.Engine;

class ExchangeOnPostgresTest extends ExchangeContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
