package org.quaymark.inspection.registry;

/**
 * The natural key of a registry record: a line with a key that is there already is an update.
 *
 * @param type the record's type
 * @param id the key within the type: a GTIN, an id, or {@code gtin:lot} for a batch. A serials record has
 *     {@code gtin:lot} too, and adds to what is there: its units are keyed by GTIN and serial, one by one
 */
public record RegistryKey(RecordType type, String id) {
    /** Of one unit: {@code gtin:serial}. */
    public static RegistryKey ofUnit(String gtin, String serial) {
        return new RegistryKey(RecordType.SERIALS, gtin + ":" + serial);
    }

    @Override
    public String toString() {
        return type.wireName() + "/" + id;
    }
}
