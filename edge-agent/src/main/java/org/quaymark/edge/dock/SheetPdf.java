package org.quaymark.edge.dock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The sheet as a PDF of two A4 pages: what a worker answers, and the self-test. It is written with the one font that PDFBox
 * brings (Liberation Sans, embedded as far as it is used), which knows no Chinese and no Arabic: for those it is the page that
 * is printed. No font of the machine is looked for, which would take seconds and a file in somebody's home.
 */
final class SheetPdf {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Set<String> WRITABLE = Set.of("en", "de", "fr", "es");
    private static final float MARGIN = 48;
    private static final float TITLE = 20;
    private static final float TEXT = 11;
    private static final float LABEL = 13;
    private static final int COLUMNS = 2;

    private final PDDocument document;
    private final PDFont font;

    private SheetPdf(PDDocument document) throws IOException {
        this.document = document;
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            this.font = PDType0Font.load(document, file);
        }
    }

    /** Whether it can be had in that language. */
    static boolean speaks(String language) {
        return WRITABLE.contains(language);
    }

    /** The file, in a language of {@link #speaks}. */
    static byte[] of(String site, Words words) {
        try (PDDocument document = new PDDocument()) {
            SheetPdf pdf = new SheetPdf(document);
            document.getDocumentInformation().setTitle("Quaymark · " + words.of("sheet"));
            document.getDocumentCatalog().setLanguage(words.tag());
            pdf.page(site + " · " + words.of("sheet"), words.of("sheet-hint"), ControlSheet.controls(words), 150);
            pdf.page(site + " · " + words.of("selftest"), words.of("selftest-hint"), ControlSheet.selfTest(), 175);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("writing the sheet as PDF", e);
        }
    }

    private void page(String title, String hint, List<ControlView> codes, float side) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float column = width / COLUMNS;
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = PDRectangle.A4.getHeight() - MARGIN - TITLE;
            line(out, TITLE, MARGIN, y, title);
            for (String line : wrapped(hint, width)) {
                y -= TEXT * 1.5f;
                line(out, TEXT, MARGIN, y, line);
            }
            y -= TEXT * 2;
            for (int i = 0; i < codes.size(); i++) {
                float x = MARGIN + (i % COLUMNS) * column;
                code(out, codes.get(i), x, y - side, side);
                if (i % COLUMNS == COLUMNS - 1) {
                    y -= side + 3 * LABEL + TEXT;
                }
            }
        }
    }

    private void code(PDPageContentStream out, ControlView code, float x, float y, float side) throws IOException {
        Squares squares = Squares.of(code.text());
        float unit = side / squares.size();
        for (int row = 0; row < squares.size(); row++) {
            for (int column = 0; column < squares.size(); column++) {
                int start = column;
                while (column < squares.size() && squares.isDark(column, row)) {
                    column++;
                }
                if (column > start) {
                    out.addRect(x + start * unit, y + side - (row + 1) * unit, (column - start) * unit, unit);
                }
            }
        }
        out.fill();
        line(out, LABEL, x + 4 * unit, y - LABEL, code.label());
        line(out, TEXT, x + 4 * unit, y - 2.2f * LABEL, code.name());
    }

    private void line(PDPageContentStream out, float size, float x, float y, String text) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private List<String> wrapped(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * TEXT > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
