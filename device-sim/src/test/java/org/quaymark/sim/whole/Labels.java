package org.quaymark.sim.whole;

/** Label texts of the example registry's products, as a scanner sends them. */
final class Labels {
    private static final char GS = '\u001d';

    private Labels() {}

    /** A Trail Runner of lot ABC123. */
    static String runner(String serial) {
        return "]d20109506000134352" + "21" + serial + GS + "10ABC123" + GS + "17601231";
    }

    /** A Court Low of lot L7; serials 00010000 to 00019999 are issued. */
    static String court(int serial) {
        return "]d20109506000134369" + "21" + "%08d".formatted(serial) + GS + "10L7" + GS + "17601231";
    }

    /** A JSON scan of a label with an id. */
    static String json(String id, String label) {
        return "{\"id\":\"" + id + "\",\"codes\":[{\"data\":\""
                + label.substring(3).replace(String.valueOf(GS), "\\u001d") + "\",\"symbology\":\"]d2\"}]}";
    }
}
