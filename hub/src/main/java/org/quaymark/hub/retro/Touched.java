package org.quaymark.hub.retro;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.process.json.Json;

/** Sightings that a change of the registry may touch, by what was read then. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Touched.Lot.class, name = "lot"),
    @JsonSubTypes.Type(value = Touched.Units.class, name = "units"),
    @JsonSubTypes.Type(value = Touched.Parcels.class, name = "parcels"),
    @JsonSubTypes.Type(value = Touched.Consignor.class, name = "consignor"),
    @JsonSubTypes.Type(value = Touched.Site.class, name = "site"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Touched {
    /** How many units or parcels one of these names at most. */
    int MOST = 400;

    /** Of a product, those whose label named that lot; null for those whose label named none. */
    record Lot(String gtin, @Nullable String lot) implements Touched {
        @Override
        public Condition condition() {
            return lot == null
                    ? new Condition("s.gtin = ? AND s.lot IS NULL", List.of(gtin))
                    : new Condition("s.gtin = ? AND s.lot = ?", List.of(gtin, lot));
        }
    }

    /** Some units of a product. */
    record Units(String gtin, List<String> serials) implements Touched {
        @Override
        public Condition condition() {
            List<Object> parameters = new ArrayList<>(serials);
            parameters.add(0, gtin);
            return new Condition("s.gtin = ? AND s.serial IN (" + Sql.marks(serials.size()) + ")", parameters);
        }
    }

    /** Some parcels, by either of the numbers a parcel goes by. */
    record Parcels(List<String> parcels) implements Touched {
        @Override
        public Condition condition() {
            List<Object> parameters = new ArrayList<>(parcels);
            parameters.addAll(parcels);
            String marks = Sql.marks(parcels.size());
            return new Condition("(s.parcel IN (" + marks + ") OR s.sscc IN (" + marks + "))", parameters);
        }
    }

    /** What a device said was sent by that party. */
    record Consignor(String consignor) implements Touched {
        @Override
        public Condition condition() {
            return new Condition("s.consignor = ?", List.of(consignor));
        }
    }

    /** Everything seen at a site. */
    record Site(String site) implements Touched {
        @Override
        public Condition condition() {
            return new Condition("s.site = ?", List.of(site));
        }
    }

    /** A condition on {@code sighting s} and its parameters. */
    record Condition(String sql, List<Object> parameters) {}

    /** Which sightings they are. */
    Condition condition();

    /** As a task keeps it. */
    default String json() {
        try {
            return Json.STRICT.writerFor(Touched.class).writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing what a change touches", e);
        }
    }

    /** From a task. */
    static Touched of(String json) {
        try {
            return Json.STRICT.readValue(json, Touched.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reading what a change touches", e);
        }
    }
}
