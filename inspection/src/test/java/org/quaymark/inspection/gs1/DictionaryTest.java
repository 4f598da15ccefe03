package org.quaymark.inspection.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The GS1 Barcode Syntax Dictionary: our table says the same, and each of its lines is held to. */
class DictionaryTest {
    private static final char GS = ElementString.GS;

    private static List<DictionaryLine> lines() throws IOException {
        Optional<Path> dictionary = DictionaryLine.dictionary();
        assumeTrue(dictionary.isPresent(), "the GS1 Barcode Syntax Dictionary is not here");
        return DictionaryLine.read(dictionary.get());
    }

    @Test
    void theTableSaysWhatTheDictionarySays() throws IOException {
        int count = 0;
        for (DictionaryLine line : lines()) {
            for (String ai : line.ais()) {
                ApplicationIdentifier ours = AiTable.INSTANCE.find(ai);
                assertNotNull(ours, ai);
                ApplicationIdentifier theirs = line.identifier(ai);
                assertEquals(
                        theirs,
                        new ApplicationIdentifier(
                                0,
                                ours.ai(),
                                ours.predefinedLength(),
                                ours.dataAttribute(),
                                ours.components(),
                                ours.required(),
                                ours.excluded(),
                                ours.linkQualifiers(),
                                ours.title()));
                count++;
            }
        }
        assertEquals(count, AiTable.INSTANCE.all().size());
    }

    @TestFactory
    Stream<DynamicTest> eachLineIsHeldTo() throws IOException {
        return lines().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.ais().get(0) + " " + line.title(), () -> line.ais().forEach(ai -> check(line, ai))));
    }

    private static void check(DictionaryLine line, String ai) {
        Checked checked = new Checked(line.identifier(ai), new LegalData(new Random(ai.hashCode())));
        checked.acceptsWhatIsLegal();
        checked.refusesWhatIsTooShort();
        checked.refusesWhatIsTooLong();
        checked.refusesOtherCharacters();
        checked.refusesWhatATestRefuses();
        checked.refusesItWithoutWhatItNeeds();
        checked.refusesItBesideWhatItExcludes();
        checked.refusesItTwiceWithOtherData();
    }

    private record Checked(ApplicationIdentifier ai, LegalData data) {
        void acceptsWhatIsLegal() {
            for (int i = 0; i < 20; i++) {
                List<Element> elements = company();
                elements.add(0, new Element(ai.ai(), data.of(ai), 0));
                ElementString read = ElementString.parse(ElementString.print(elements));
                assertEquals(List.of(), read.errors(), elements::toString);
                assertEquals(List.of(), ElementString.associationErrors(read.elements()), elements::toString);
                assertEquals(elements.toString(), read.elements().toString());
            }
        }

        void refusesWhatIsTooShort() {
            String shorter = data.longest(ai).substring(0, ai.minLength() - 1);
            assertEquals(
                    List.of(new Gs1Error(ai.ai(), ai.ai().length() + shorter.length(), "length")),
                    ElementString.parse(ai.ai() + shorter).errors());
            int length = 0;
            for (Component component : ai.components()) {
                if (component.optional() && component.min() > 1) {
                    String part = data.longest(ai).substring(0, length + component.min() - 1);
                    assertEquals(
                            List.of(new Gs1Error(ai.ai(), ai.ai().length() + part.length(), "length")),
                            ElementString.parse(ai.ai() + part).errors());
                }
                length += component.max();
            }
        }

        /** Behind a predefined length the next AI begins, so only the form with brackets can be too long. */
        void refusesWhatIsTooLong() {
            Component last = ai.components().get(ai.components().size() - 1);
            String tooLong = data.longest(ai);
            while (tooLong.length() <= ai.maxLength()) {
                tooLong += last.characters() == CharacterSet.X ? "A" : "1";
            }
            int at = ai.maxLength() + ai.ai().length();
            List<Gs1Error> errors =
                    ElementString.parseBracketed("(" + ai.ai() + ")" + tooLong).errors();
            assertTrue(errors.contains(new Gs1Error(ai.ai(), at + 2, "length")), errors::toString);
            if (!ai.predefinedLength()) {
                errors = ElementString.parse(ai.ai() + tooLong + GS + "00106141412345678908")
                        .errors();
                assertTrue(errors.contains(new Gs1Error(ai.ai(), at, "length")), errors::toString);
            }
        }

        void refusesOtherCharacters() {
            StringBuilder before = new StringBuilder();
            for (Component component : ai.components()) {
                String legal = data.part(component, component.max());
                for (int i : new int[] {0, legal.length() - 1}) {
                    String wrong = before
                            + legal.substring(0, i)
                            + LegalData.outside(component.characters())
                            + legal.substring(i + 1);
                    assertEquals(
                            List.of(new Gs1Error(ai.ai(), ai.ai().length() + before.length() + i, "characters")),
                            ElementString.parse(ai.ai() + wrong).errors(),
                            wrong);
                }
                before.append(legal);
            }
        }

        void refusesWhatATestRefuses() {
            StringBuilder before = new StringBuilder();
            for (Component component : ai.components()) {
                String legal = data.part(component, component.max());
                for (SyntaxTest test : component.tests()) {
                    String wrong = LegalData.failing(test, component, legal);
                    if (!wrong.isEmpty()) {
                        List<Gs1Error> errors =
                                ElementString.parse(ai.ai() + before + wrong).errors();
                        assertTrue(
                                errors.contains(
                                        new Gs1Error(ai.ai(), ai.ai().length() + before.length(), test.wireName())),
                                () -> test + " of " + wrong + ": " + errors);
                    }
                }
                before.append(legal);
            }
        }

        void refusesItWithoutWhatItNeeds() {
            List<Element> alone = ElementString.parse(ai.ai() + data.of(ai)).elements();
            assertEquals(
                    ai.required().stream()
                            .map(group -> new Gs1Error(ai.ai(), 0, "required"))
                            .toList(),
                    ElementString.associationErrors(alone));
        }

        void refusesItBesideWhatItExcludes() {
            for (String pattern : ai.excluded()) {
                for (ApplicationIdentifier other : matching(pattern)) {
                    if (!other.ai().equals(ai.ai())) {
                        List<Element> elements = company();
                        elements.add(0, new Element(other.ai(), data.of(other), 0));
                        elements.add(0, new Element(ai.ai(), data.of(ai), 5));
                        List<Gs1Error> errors = ElementString.associationErrors(elements);
                        assertTrue(errors.contains(new Gs1Error(ai.ai(), 5, "excluded")), errors::toString);
                    }
                }
            }
        }

        void refusesItTwiceWithOtherData() {
            String one = data.of(ai);
            assertEquals(
                    List.of(),
                    ElementString.parse(ElementString.print(
                                    List.of(new Element(ai.ai(), one, 0), new Element(ai.ai(), one, 0))))
                            .errors());
            for (int i = 0; i < 200; i++) {
                String other = data.of(ai);
                if (!other.equals(one)) {
                    String twice =
                            ElementString.print(List.of(new Element(ai.ai(), one, 0), new Element(ai.ai(), other, 0)));
                    int second = twice.length() - other.length() - ai.ai().length();
                    assertEquals(
                            List.of(new Gs1Error(ai.ai(), second, "repeated")),
                            ElementString.parse(twice).errors());
                    return;
                }
            }
            throw new AssertionError("always the same: " + one);
        }

        /** What has to come with it, and with that. */
        private List<Element> company() {
            List<ApplicationIdentifier> all = new ArrayList<>(List.of(ai));
            for (int i = 0; i < all.size(); i++) {
                for (List<List<String>> group : all.get(i).required()) {
                    if (group.stream().noneMatch(together -> hasAll(all, together))) {
                        for (String pattern : group.get(0)) {
                            all.add(matching(pattern).get(0));
                        }
                    }
                }
            }
            List<Element> elements = new ArrayList<>();
            all.subList(1, all.size()).forEach(other -> elements.add(new Element(other.ai(), data.of(other), 0)));
            return elements;
        }

        private static boolean hasAll(List<ApplicationIdentifier> ais, List<String> patterns) {
            return patterns.stream()
                    .map(Checked::digits)
                    .allMatch(p -> ais.stream().anyMatch(a -> a.ai().matches(p)));
        }

        private static List<ApplicationIdentifier> matching(String pattern) {
            return AiTable.INSTANCE.all().stream()
                    .filter(a -> a.ai().matches(digits(pattern)))
                    .toList();
        }

        private static String digits(String pattern) {
            return pattern.replace("n", "[0-9]");
        }
    }
}
