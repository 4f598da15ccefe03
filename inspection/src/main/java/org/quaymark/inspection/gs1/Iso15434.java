package org.quaymark.inspection.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in the envelope of ISO/IEC 15434: {@code [)>} RS, records of a format each, EOT. Records of format 05 hold GS1
 * element strings, those of format 06 data identifiers of ANSI MH10.8.2; records of other formats are kept as they are.
 *
 * @param records in their order, as far as they could be told
 * @param errors empty where the envelope is whole and what is in the records we know is legal; rules are those of element
 *     strings and {@code envelope} (header, end of record or trailer missing), {@code format} (no format indicator) and
 *     {@code data-identifier}
 */
public record Iso15434(List<FormatRecord> records, List<Gs1Error> errors) {
    private static final String HEADER = "[)>";

    public Iso15434 {
        records = List.copyOf(records);
        errors = List.copyOf(errors);
    }

    /**
     * A record.
     *
     * @param format two digits
     * @param position index of the format indicator in the message
     * @param data what stands between the format indicator and the end of the record
     * @param elements of format 05; without any in others
     * @param fields of format 06; none in others
     */
    public record FormatRecord(
            String format, int position, String data, List<Element> elements, List<DataField> fields) {
        public FormatRecord {
            elements = List.copyOf(elements);
            fields = List.copyOf(fields);
        }
    }

    /**
     * A data identifier and its data.
     *
     * @param identifier up to three digits and a letter, such as {@code 1T}
     * @param position index of the identifier in the message
     */
    public record DataField(String identifier, String value, int position) {}

    /** Whether that begins as such a message does. */
    public static boolean isMessage(String text) {
        return text.startsWith(HEADER);
    }

    /** Takes apart what a scanner sent, without its symbology identifier; the EOT may be gone with the line end. */
    public static Iso15434 parse(String text) {
        return new EnvelopeParser(text).parse();
    }

    /** Whether nothing is wrong with it. */
    public boolean isValid() {
        return errors.isEmpty() && !records.isEmpty();
    }

    /** The GS1 elements of all records; null where there is no record of format 05. */
    public @Nullable ElementString elements() {
        List<Element> elements = records.stream()
                .filter(r -> r.format().equals("05"))
                .flatMap(r -> r.elements().stream())
                .toList();
        return elements.isEmpty() ? null : new ElementString(elements, errors);
    }
}
