package org.quaymark.inspection.registry;

import org.jspecify.annotations.Nullable;

/** A registry whose records are found by type and key: says what that answers of each type. */
public abstract class KeyedRegistry implements Registry {
    /** The shortest and longest company prefixes (GS1 General Specifications, section 1.4.4). */
    private static final int SHORTEST_PREFIX = 4;

    private static final int LONGEST_PREFIX = 12;

    /** The record of that type with that key, as {@link RegistryRecord#key} gives it; null where there is none. */
    protected abstract @Nullable RegistryRecord record(RecordType type, String id);

    private <T extends RegistryRecord> @Nullable T find(RecordType type, String id, Class<T> kind) {
        RegistryRecord record = record(type, id);
        return kind.isInstance(record) ? kind.cast(record) : null;
    }

    @Override
    public final @Nullable Product product(String gtin) {
        return find(RecordType.PRODUCT, gtin, Product.class);
    }

    @Override
    public final @Nullable Prefix prefixOf(String gtin) {
        for (int length = Math.min(LONGEST_PREFIX, gtin.length() - 1); length >= SHORTEST_PREFIX; length--) {
            Prefix prefix = find(RecordType.PREFIX, gtin.substring(1, 1 + length), Prefix.class);
            if (prefix != null) {
                return prefix;
            }
        }
        return null;
    }

    @Override
    public final @Nullable Batch batch(String gtin, String lot) {
        return find(RecordType.BATCH, gtin + ":" + lot, Batch.class);
    }

    @Override
    public final @Nullable Right right(String id) {
        return find(RecordType.RIGHT, id, Right.class);
    }

    @Override
    public final @Nullable Party party(String id) {
        return find(RecordType.PARTY, id, Party.class);
    }

    @Override
    public final @Nullable Site site(String id) {
        return find(RecordType.SITE, id, Site.class);
    }

    @Override
    public final @Nullable Manifest manifest(String parcel) {
        return find(RecordType.MANIFEST, parcel, Manifest.class);
    }
}
