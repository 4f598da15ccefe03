package org.quaymark.inspection.registry;

/**
 * A GS1 company prefix and whose it is (GenSpecs 1.4.2).
 *
 * @param prefix 4 to 12 digits, as at the start of a GTIN-13
 * @param holder id of the party
 */
public record Prefix(String prefix, String holder) implements RegistryRecord {
    public Prefix {
        prefix = Require.text(prefix, "prefix");
        if (!prefix.matches("[0-9]{4,12}")) {
            throw new IllegalArgumentException("prefix is not 4 to 12 digits: " + prefix);
        }
        holder = Require.text(holder, "holder");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.PREFIX, prefix);
    }
}
