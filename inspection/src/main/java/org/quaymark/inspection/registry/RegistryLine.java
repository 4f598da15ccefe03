package org.quaymark.inspection.registry;

/** One line of registry data: a record to put, or a deletion. */
public sealed interface RegistryLine permits RegistryRecord, Deletion {
    /** What the line is about. */
    RegistryKey key();
}
