package org.quaymark.sim.score;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report in the XML that build servers take for test results: a case for each kind of goods and each bound. */
public final class JunitReport {
    private JunitReport() {}

    /** Writes it, over what was there. */
    public static void write(Report report, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("writing " + file, e);
        }
    }

    private static void suite(Report report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, Score.Tally> byTruth = report.score().byTruth();
        long failures = byTruth.values().stream()
                        .filter(t -> t.asExpected() != t.scans())
                        .count()
                + report.required().stream().filter(c -> !c.holds()).count();
        String seconds = String.format(Locale.ROOT, "%.3f", report.durationMillis() / 1_000.0);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "device-sim replay");
        xml.writeAttribute(
                "tests", String.valueOf(byTruth.size() + report.required().size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds);
        xml.writeAttribute("timestamp", report.started().toString().substring(0, 19));
        for (Map.Entry<String, Score.Tally> entry : byTruth.entrySet()) {
            truthCase(entry.getKey(), entry.getValue(), report.score().examples(), xml);
        }
        for (Requirement.Checked checked : report.required()) {
            start("required", checked.requirement(), xml);
            if (!checked.holds()) {
                failure(checked.requirement() + " is broken: it is " + checked.actual(), "", xml);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void truthCase(String kind, Score.Tally tally, List<Score.Example> examples, XMLStreamWriter xml)
            throws XMLStreamException {
        start("verdicts", kind, xml);
        if (tally.asExpected() != tally.scans()) {
            StringBuilder text = new StringBuilder();
            for (Score.Example example : examples) {
                if (example.kind().equals(kind)) {
                    text.append(example.scan())
                            .append(": ")
                            .append(example.judgement())
                            .append(", expected ")
                            .append(example.expected())
                            .append(", got ")
                            .append(example.verdict())
                            .append(' ')
                            .append(example.findings())
                            .append('\n');
                }
            }
            failure(
                    tally.scans() - tally.asExpected() + " of " + tally.scans() + " not as expected",
                    text.toString(),
                    xml);
        }
        xml.writeEndElement();
    }

    private static void start(String group, String name, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "org.quaymark.sim.replay." + group);
        xml.writeAttribute("name", name);
        xml.writeAttribute("time", "0");
    }

    private static void failure(String message, String text, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", message);
        xml.writeAttribute("type", "misjudged");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
