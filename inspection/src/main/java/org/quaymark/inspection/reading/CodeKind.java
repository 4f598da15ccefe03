package org.quaymark.inspection.reading;

/** What a code turned out to hold. */
public enum CodeKind {
    /** GS1 element string. */
    ELEMENT_STRING,
    /** GS1 Digital Link URI. */
    DIGITAL_LINK,
    /** A GTIN alone: EAN, UPC, ITF-14. */
    PLAIN_GTIN,
    /** A parcel's number: S10, an SSCC alone, or a carrier's that the registry knows. */
    PARCEL,
    /** One of our own control codes. */
    CONTROL,
    /** Some web address that is no Digital Link. */
    WEB_ADDRESS,
    /** Nothing we know. */
    UNKNOWN
}
