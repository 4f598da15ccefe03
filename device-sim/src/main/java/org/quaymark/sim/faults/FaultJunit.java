package org.quaymark.sim.faults;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A campaign's report in the XML that build servers take for test results: a case for each promise and each fault. */
final class FaultJunit {
    private FaultJunit() {}

    static void write(FaultReport report, Path file) throws IOException {
        Map<String, @Nullable String> cases = cases(report);
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "device-sim faults");
            xml.writeAttribute("tests", String.valueOf(cases.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(
                            cases.values().stream().filter(why -> why != null).count()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute("time", String.valueOf(report.seconds()));
            xml.writeAttribute("timestamp", report.started().substring(0, 19));
            for (Map.Entry<String, @Nullable String> one : cases.entrySet()) {
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", "org.quaymark.sim.faults");
                xml.writeAttribute("name", one.getKey());
                String why = one.getValue();
                if (why != null) {
                    xml.writeStartElement("failure");
                    xml.writeAttribute("message", why);
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("writing " + file, e);
        }
    }

    private static Map<String, @Nullable String> cases(FaultReport report) {
        Map<String, @Nullable String> cases = new LinkedHashMap<>();
        cases.put("unanswered", failure(report.found().unanswered()));
        cases.put("wrong", failure(report.found().wrong()));
        cases.put("lost", failure(report.found().lost()));
        cases.put("doubled", failure(report.found().doubled()));
        cases.put("differing", failure(report.found().differing()));
        cases.put("without-a-case", failure(report.cases().missing()));
        cases.put("cases-doubled", failure(report.cases().doubled()));
        cases.put("cases-unfounded", failure(report.cases().unfounded()));
        cases.put("contradictions", report.contradictions() == 0 ? null : report.contradictions() + " scans");
        cases.put("unverified", report.unverified().isEmpty() ? null : String.join("; ", report.unverified()));
        for (FaultReport.Journal journal : report.journals()) {
            cases.put(
                    "journal-of-" + journal.edge(),
                    journal.broken().isEmpty() ? null : String.join("; ", journal.broken()));
        }
        cases.put("drained", report.drained() ? null : "not everything reached the hub in time");
        for (FaultReport.Kind kind : report.faults()) {
            cases.put(
                    "recovers-from-" + kind.kind(),
                    kind.notRecovered() == 0 ? null : kind.notRecovered() + " of " + kind.struck() + " times not");
        }
        return cases;
    }

    private static @Nullable String failure(Checker.Named named) {
        return named.count() == 0 ? null : named.count() + ": " + named.first();
    }
}
