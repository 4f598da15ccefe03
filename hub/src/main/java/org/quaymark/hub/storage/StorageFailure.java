package org.quaymark.hub.storage;

import java.sql.SQLException;

/** The database did not do what it was asked: the cause says what. */
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StorageFailure(String doing, SQLException cause) {
        super(doing, cause);
    }

    /** The database refused a statement. */
    public static StorageFailure of(SQLException failure) {
        return new StorageFailure(String.valueOf(failure.getMessage()), failure);
    }

    /** Whatever failed in the database, with what the database itself said as its cause; else the failure as it is. */
    static RuntimeException of(RuntimeException failure) {
        if (failure instanceof StorageFailure) {
            return failure;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new StorageFailure(String.valueOf(sql.getMessage()), sql);
            }
        }
        return failure;
    }
}
