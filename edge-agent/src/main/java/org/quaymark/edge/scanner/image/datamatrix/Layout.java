package org.quaymark.edge.scanner.image.datamatrix;

import com.google.zxing.FormatException;
import com.google.zxing.datamatrix.decoder.Version;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a symbol of one size is known beforehand (ISO/IEC 16022, 5.2 and 5.3): in each data region the solid left and lower
 * edge, and the alternating upper and right one; around them the quiet zone.
 *
 * @param places x and y of each known module's middle, in modules from the top left corner
 * @param dark whether it is; as many as pairs of places
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Layout(int columns, int rows, float[] places, boolean[] dark) {
    static final List<Layout> ALL = all();

    private static List<Layout> all() {
        List<Layout> layouts = new ArrayList<>();
        for (int rows = 8; rows <= 144; rows += 2) {
            for (int columns = 10; columns <= 144; columns += 2) {
                try {
                    layouts.add(of(Version.getVersionForDimensions(rows, columns)));
                } catch (FormatException noSuchSize) {
                    // Most sizes are none.
                }
            }
        }
        return List.copyOf(layouts);
    }

    private static Layout of(Version version) {
        int columns = version.getSymbolSizeColumns();
        int rows = version.getSymbolSizeRows();
        int wide = version.getDataRegionSizeColumns() + 2;
        int high = version.getDataRegionSizeRows() + 2;
        List<Float> places = new ArrayList<>();
        List<Boolean> dark = new ArrayList<>();
        for (int y = -1; y <= rows; y++) {
            for (int x = -1; x <= columns; x++) {
                boolean quiet = x < 0 || y < 0 || x == columns || y == rows;
                int inX = Math.floorMod(x, wide);
                int inY = Math.floorMod(y, high);
                boolean edge = inX == 0 || inX == wide - 1 || inY == 0 || inY == high - 1;
                if (quiet || edge) {
                    places.add(x + 0.5f);
                    places.add(y + 0.5f);
                    dark.add(!quiet && isDark(inX, inY, wide, high));
                }
            }
        }
        float[] at = new float[places.size()];
        boolean[] is = new boolean[dark.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = places.get(i);
        }
        for (int i = 0; i < is.length; i++) {
            is[i] = dark.get(i);
        }
        return new Layout(columns, rows, at, is);
    }

    private static boolean isDark(int x, int y, int wide, int high) {
        if (x == 0 || y == high - 1) {
            return true;
        }
        return y == 0 ? x % 2 == 0 : (high - 1 - y) % 2 == 0;
    }
}
