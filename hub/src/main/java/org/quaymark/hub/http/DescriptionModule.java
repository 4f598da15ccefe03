package org.quaymark.hub.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * {@code /openapi.json} and {@code /docs}: the API's description (OpenAPI 3.1). It is written by hand in the resources {@code
 * openapi/*.yaml}; the first has the frame, each further one adds its paths and components.
 */
@Singleton
final class DescriptionModule implements HttpModule {
    private static final List<String> PARTS = List.of("openapi/hub.yaml", "openapi/cases.yaml", "openapi/retro.yaml");

    private final ObjectNode description = read();

    @Override
    public void api(Routes routes) {
        routes.get("/openapi.json", call -> Answer.json(description));
    }

    @Override
    public void pages(Routes routes) {
        routes.get("/docs", call -> Answer.html(200, DescriptionPage.of(description)));
    }

    private static ObjectNode read() {
        ObjectNode whole = new YAMLMapper().createObjectNode();
        for (String part : PARTS) {
            try (InputStream input = DescriptionModule.class.getClassLoader().getResourceAsStream(part)) {
                if (input != null) {
                    merge(whole, (ObjectNode) new YAMLMapper().readTree(input));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + part, e);
            }
        }
        return whole;
    }

    private static void merge(ObjectNode into, ObjectNode more) {
        for (Map.Entry<String, JsonNode> field : more.properties()) {
            if (into.get(field.getKey()) instanceof ObjectNode there && field.getValue() instanceof ObjectNode added) {
                merge(there, added);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        }
    }
}
