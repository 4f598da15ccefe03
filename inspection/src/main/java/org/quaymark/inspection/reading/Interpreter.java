package org.quaymark.inspection.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.gs1.DigitalLink;
import org.quaymark.inspection.gs1.ElementString;
import org.quaymark.inspection.gs1.Gs1Error;
import org.quaymark.inspection.gs1.Gtin;
import org.quaymark.inspection.gs1.Iso15434;
import org.quaymark.inspection.gs1.Sscc;
import org.quaymark.inspection.postal.S10;

/** Takes a text literally: which of the codes we know it is, and whether it is a legal one. */
final class Interpreter {
    /** More than any symbol holds: QR has 4,296 characters at most. */
    private static final int MAX_LENGTH = 8_192;

    private final LocalDate scanned;

    Interpreter(LocalDate scanned) {
        this.scanned = scanned;
    }

    Interpretation interpret(Envelope code) {
        String data = code.data();
        if (data.isEmpty() || data.length() > MAX_LENGTH) {
            return Interpretation.broken(CodeKind.UNKNOWN, List.of(new Gs1Error(null, 0, "length")));
        }
        return switch (code.carrier()) {
            case GS1_128, GS1_DATABAR, GS1_DATA_MATRIX, GS1_QR, GS1_DOT_CODE -> elements(ElementString.parse(data));
            case EAN_UPC, EAN_8 -> ofShop(data, code.carrier());
            case ITF, CODE_128, DATA_MATRIX, QR, OTHER, UNKNOWN -> anything(data, code.carrier());
            case DISTORTED -> Interpretation.broken(CodeKind.UNKNOWN, List.of(new Gs1Error(null, 0, "symbology")));
        };
    }

    private Interpretation ofShop(String data, Carrier carrier) {
        ElementString composite = ElementString.parseComposite(data);
        return composite == null ? tradeItem(data, carrier) : elements(composite);
    }

    private Interpretation anything(String data, Carrier carrier) {
        if (ControlCode.ofData(data) != null) {
            return Interpretation.of(CodeKind.CONTROL, Identification.NONE);
        }
        if (S10.hasForm(data)) {
            String parcel = S10.normalise(data);
            return parcel == null
                    ? Interpretation.broken(CodeKind.PARCEL, List.of(new Gs1Error(null, 12, "s10-check-digit")))
                    : Interpretation.of(CodeKind.PARCEL, Identifications.parcel(parcel, null));
        }
        if (DigitalLink.isWebAddress(data)) {
            ElementString link = DigitalLink.parse(data);
            return link == null
                    ? Interpretation.of(CodeKind.WEB_ADDRESS, Identification.NONE)
                    : legal(CodeKind.DIGITAL_LINK, link);
        }
        if (Iso15434.isMessage(data)) {
            return message(Iso15434.parse(data));
        }
        if (isTradeItemLength(data)) {
            Interpretation plain = tradeItem(data, carrier);
            if (plain.isLegal()) {
                return plain;
            }
        }
        if (Sscc.isSscc(data)) {
            return Interpretation.of(CodeKind.PARCEL, Identifications.parcel(data, data));
        }
        ElementString elements = data.charAt(0) == '(' ? ElementString.parseBracketed(data) : ElementString.parse(data);
        // Without a GS1 symbology identifier, text that happens to begin like an AI is none: it must name what it is
        // about.
        if (elements.isValid()
                && ElementString.associationErrors(elements.elements()).isEmpty()
                && Identifications.namesAnItem(elements)) {
            return elements(elements);
        }
        if (isTradeItemLength(data)) {
            return tradeItem(data, carrier);
        }
        return Interpretation.broken(CodeKind.UNKNOWN, elements.errors());
    }

    /** Of one record with GS1 data; what other formats say, ANSI data identifiers say. */
    private Interpretation message(Iso15434 message) {
        return message.isValid()
                        && message.records().size() == 1
                        && !message.records().get(0).elements().isEmpty()
                ? elements(new ElementString(message.records().get(0).elements(), List.of()))
                : Interpretation.broken(CodeKind.UNKNOWN, message.errors());
    }

    private Interpretation elements(ElementString elements) {
        return legal(CodeKind.ELEMENT_STRING, elements);
    }

    private Interpretation legal(CodeKind kind, ElementString elements) {
        return elements.isValid()
                ? new Interpretation(
                        kind,
                        Identifications.of(elements, scanned),
                        Identifications.isExpiryDayOpen(elements),
                        elements.elements(),
                        List.of())
                : new Interpretation(
                        kind,
                        Identification.NONE,
                        false,
                        elements.elements(),
                        elements.errors().isEmpty() ? List.of(new Gs1Error(null, 0, "length")) : elements.errors());
    }

    private static boolean isTradeItemLength(String data) {
        int length = data.length();
        return (length == 8 || length == 12 || length == 13 || length == 14)
                && data.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Interpretation tradeItem(String data, Carrier carrier) {
        String number = carrier == Carrier.EAN_UPC && data.length() > 13 ? data.substring(0, 13) : data;
        String gtin = gtin(number, carrier);
        return gtin == null
                ? Interpretation.broken(CodeKind.PLAIN_GTIN, List.of(new Gs1Error(null, 0, "csum")))
                : Interpretation.of(CodeKind.PLAIN_GTIN, Identifications.gtin(gtin));
    }

    /** Eight digits from 0 up are a UPC-E where only that has the right check digit: GTIN-8 of that range are in-store. */
    private static @Nullable String gtin(String number, Carrier carrier) {
        String gtin = Gtin.normalise(number);
        if (gtin == null && number.length() == 8 && carrier != Carrier.EAN_8) {
            return Gtin.ofUpcE(number);
        }
        return gtin;
    }
}
