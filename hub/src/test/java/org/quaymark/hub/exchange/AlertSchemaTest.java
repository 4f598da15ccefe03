package org.quaymark.hub.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.process.json.Json;

/** Alerts against the standards' own schemas, with formats asserted. Skipped where the schemas are not at hand. */
class AlertSchemaTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("../shared/data"), Path.of("../../shared/data"), Path.of("shared/data"));

    @TestFactory
    Stream<DynamicTest> everyAlertIsValid() throws IOException {
        JsonSchema epcis = schema("EPCIS-JSON-Schema.json");
        JsonSchema cloudEvents = schema("cloudevents.schema.json");
        Stream<AlertSubject> subjects = Stream.concat(
                Stream.of(FindingCode.values())
                        .flatMap(code -> Stream.of(
                                Subjects.of("ABC123", "X/Y?#%Z", code, Map.of("status", "recalled")),
                                Subjects.of("L\"7", null, code, Map.of("status", "destroyed")))),
                Stream.of(Subjects.parcelAlone()));
        return subjects.flatMap(subject -> Stream.of(Moment.values())
                .map(moment -> DynamicTest.dynamicTest(subject.findings() + " " + moment, () -> {
                    JsonNode alert = Json.STRICT.readTree(Alert.of(subject, moment, Subjects.SEEN.plusSeconds(60)));
                    assertEquals(Set.of(), check(cloudEvents, alert));
                    assertEquals(Set.of(), check(epcis, alert.get("data")));
                })));
    }

    @Test
    void aBareCounterfeitIsNoDisposition() throws IOException {
        JsonSchema epcis = schema("EPCIS-JSON-Schema.json");
        JsonNode alert = Json.STRICT.readTree(Alert.of(Subjects.unissuedSerial(), Moment.OPENED, Subjects.SEEN));
        ObjectNode event = (ObjectNode) alert.at("/data/epcisBody/eventList/0");
        event.put("disposition", "counterfeit");
        assertFalse(check(epcis, alert.get("data")).isEmpty());
    }

    @Test
    void anOwnFieldWithoutANamespaceIsRefused() throws IOException {
        JsonSchema epcis = schema("EPCIS-JSON-Schema.json");
        JsonNode alert = Json.STRICT.readTree(Alert.of(Subjects.unissuedSerial(), Moment.OPENED, Subjects.SEEN));
        ((ObjectNode) alert.at("/data/epcisBody/eventList/0")).put("parcel", "RR473124829GB");
        assertFalse(check(epcis, alert.get("data")).isEmpty());
    }

    private static Set<ValidationMessage> check(JsonSchema schema, JsonNode node) {
        return schema.validate(node, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static JsonSchema schema(String name) throws IOException {
        Path file = FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(file != null, name + " is not here");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(file));
    }
}
