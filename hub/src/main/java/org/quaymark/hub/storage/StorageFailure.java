package org.quaymark.hub.storage;

import java.sql.SQLException;

/** The database did not do what it was asked: the cause says what. */
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageFailure(String doing, SQLException cause) {
        super(doing, cause);
    }
}
