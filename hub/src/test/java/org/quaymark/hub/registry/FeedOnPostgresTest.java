package org.quaymark.hub.registry;

import org.quaymark.hub.storage.Engine;

class FeedOnPostgresTest extends FeedContract {
    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
