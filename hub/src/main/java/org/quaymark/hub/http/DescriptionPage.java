package org.quaymark.hub.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The API's description as a plain page. */
final class DescriptionPage {
    private DescriptionPage() {}

    static String of(JsonNode description) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>Quaymark API</title>"
                + "<link rel=\"stylesheet\" href=\"/assets/pico.css\"></head><body><main class=\"container\">");
        page.append("<h1>").append(text(description.at("/info/title"))).append("</h1><p>");
        page.append(text(description.at("/info/description")));
        page.append("</p><p><a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a></p><table><thead><tr><th>Call</th>"
                + "<th>What</th><th>Scope</th></tr></thead><tbody>");
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                if (!call.getKey().equals("parameters")) {
                    page.append("<tr><td><code>").append(escape(call.getKey().toUpperCase(java.util.Locale.ROOT)));
                    page.append(" ").append(escape(path.getKey())).append("</code></td><td>");
                    page.append(text(call.getValue().path("summary"))).append("</td><td><code>");
                    page.append(text(call.getValue().path("x-scope"))).append("</code></td></tr>");
                }
            }
        }
        return page.append("</tbody></table></main></body></html>").toString();
    }

    private static String text(JsonNode node) {
        return escape(node.asText(""));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
