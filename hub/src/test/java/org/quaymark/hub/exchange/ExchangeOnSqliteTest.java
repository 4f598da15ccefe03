package org.quaymark.hub.exchange;

import org.quaymark.hub.storage.Engine;

class ExchangeOnSqliteTest extends ExchangeContract {
    @Override
    protected Engine engine() {
        return Engine.SQLITE;
    }
}
