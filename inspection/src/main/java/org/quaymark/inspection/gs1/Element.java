package org.quaymark.inspection.gs1;

/**
 * One AI and its data.
 *
 * @param position index of the AI's first character in what was read
 */
public record Element(String ai, String value, int position) {
    /** In human readable form: {@code (01)09506000134352}. */
    @Override
    public String toString() {
        return "(" + ai + ")" + value;
    }
}
