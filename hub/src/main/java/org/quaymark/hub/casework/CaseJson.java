package org.quaymark.hub.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.json.Json;

/** Cases as the API writes them. */
@Singleton
public final class CaseJson {
    private static final int MAX_SIGHTINGS = 1_000;

    private final CaseStore store;
    private final PairStore pairs;
    private final CaseMessages messages;

    CaseJson(CaseStore store, PairStore pairs, CaseMessages messages) {
        this.store = store;
        this.pairs = pairs;
        this.messages = messages;
    }

    /** An item of a list or of the stream: the sightings are a count. */
    String listItem(CaseFile file) {
        try {
            return Json.STRICT.writeValueAsString(item(file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing case " + file.id(), e);
        }
    }

    /** An item of a list. */
    ObjectNode item(CaseFile file) {
        ObjectNode node = head(file);
        return node.put("sightings", file.sightings());
    }

    /** The whole case: its newest sightings, all its actions, what was sent for it. */
    ObjectNode whole(Connection connection, CaseFile file) throws SQLException {
        ObjectNode node = head(file);
        node.set("sightings", Json.STRICT.valueToTree(store.sightings(connection, file.id(), MAX_SIGHTINGS)));
        node.put("sightingsTotal", file.sightings());
        node.set("pairs", Json.STRICT.valueToTree(pairs.of(connection, file.id())));
        node.set("actions", Json.STRICT.valueToTree(store.steps(connection, file.id())));
        node.set("deliveries", Json.STRICT.valueToTree(messages.of(connection, file.id())));
        return node;
    }

    private static ObjectNode head(CaseFile file) {
        ObjectNode node = Json.STRICT
                .createObjectNode()
                .put("id", file.id())
                .put("status", file.status().wireName())
                .put("opened", Json.millis(file.opened()))
                .put("updated", Json.millis(file.updated()))
                .put("priority", file.priority())
                .put("kind", file.kind().wireName());
        node.putObject("risk")
                .put("score", file.risk().score())
                .set("signals", Json.STRICT.valueToTree(file.risk().signals()));
        put(node, "parcel", file.parcel());
        put(node, "gtin", file.gtin());
        put(node, "lot", file.lot());
        put(node, "serial", file.serial());
        put(node, "consignor", file.consignor());
        node.put("site", file.site())
                .put("dock", file.dock())
                .put("verdict", file.verdict().name());
        node.set("findings", Json.STRICT.valueToTree(file.findings()));
        return node;
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
