package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parse, print and parse again: nothing is lost and nothing added. A million by {@code -Dquaymark.round.trips=1000000}. */
class RoundTripTest {
    private static final int TRIPS = Integer.getInteger("quaymark.round.trips", 20_000);
    private static final String STEM = "https://id.gs1.org";

    private final Random random = new Random(20261125);
    private final LegalData data = new LegalData(random);
    private int links;

    @Test
    void whatIsReadAndPrintedIsReadAgainAsTheSame() {
        for (int i = 0; i < TRIPS; i++) {
            List<Element> elements = message();
            String printed = ElementString.print(elements);
            ElementString read = ElementString.parse(printed);
            assertTrue(read.isValid(), () -> printed + " " + read.errors());
            assertEquals(elements.toString(), read.elements().toString());
            assertEquals(printed, read.print());
            assertEquals(read, ElementString.parse(read.print()));

            String bracketed = read.toBracketed();
            ElementString readAgain = ElementString.parseBracketed(bracketed);
            assertEquals(List.of(), readAgain.errors(), bracketed);
            assertEquals(printed, readAgain.print());
            assertEquals(bracketed, readAgain.toBracketed());

            asALink(elements);
        }
        System.out.printf("round trips: %d messages with and without brackets, %d as links%n", TRIPS, links);
        assertTrue(links > TRIPS / 20);
    }

    /** As far as there is a primary key among them, with those that may stand beside it. */
    private void asALink(List<Element> elements) {
        List<Element> linked = new ArrayList<>();
        for (Element element : elements) {
            ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
            if (ai != null && (ai.dataAttribute() || ai.primaryKey())) {
                linked.add(element);
            }
        }
        if (linked.stream().noneMatch(RoundTripTest::isKey)) {
            return;
        }
        String link = DigitalLink.print(STEM, linked);
        ElementString read = DigitalLink.parse(link);
        assertNotNull(read, link);
        assertEquals(List.of(), read.errors(), link);
        assertEquals(values(linked), values(read.elements()), link);
        assertEquals(link, DigitalLink.print(STEM, read.elements()));
        links++;
    }

    private static boolean isKey(Element element) {
        ApplicationIdentifier ai = AiTable.INSTANCE.find(element.ai());
        return ai != null && ai.primaryKey();
    }

    private static Set<String> values(List<Element> elements) {
        Set<String> values = new HashSet<>();
        elements.forEach(e -> values.add(e.toString()));
        return values;
    }

    /** One to eight elements, in any order. */
    private List<Element> message() {
        List<ApplicationIdentifier> all = AiTable.INSTANCE.all();
        Set<ApplicationIdentifier> ais = new LinkedHashSet<>();
        int count = 1 + random.nextInt(8);
        while (ais.size() < count) {
            // Every AI as often as another would be mostly weights and measures.
            ais.add(all.get(random.nextBoolean() ? random.nextInt(all.size()) : random.nextInt(24)));
        }
        List<Element> elements = new ArrayList<>();
        ais.forEach(ai -> elements.add(new Element(ai.ai(), data.of(ai), 0)));
        return elements;
    }
}
