package org.quaymark.hub.console;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.console.CaseView.Fact;
import org.quaymark.hub.registry.Records;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;

/** What the registry knows of a case's goods. */
@Singleton
final class Facts {
    private final Records records;

    Facts(Records records) {
        this.records = records;
    }

    /** Brand and name of a product, null where the registry does not have it. */
    @Nullable
    String productName(@Nullable String gtin) {
        Product product = gtin == null ? null : records.record(RecordType.PRODUCT, gtin, Product.class);
        if (product == null) {
            return null;
        }
        String name = List.of(text(product.brand()), text(product.name())).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** The item: what the label says, then what the registry says. */
    List<Fact> product(CaseFile file, Texts t) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "gtin", file.gtin());
        add(facts, "lot", file.lot());
        add(facts, "serial", file.serial());
        if (file.gtin() == null) {
            return facts;
        }
        Product product = records.record(RecordType.PRODUCT, file.gtin(), Product.class);
        if (product == null) {
            facts.add(new Fact("name", t.of("fact.unknown")));
            return facts;
        }
        add(facts, "brand", product.brand());
        add(facts, "name", product.name());
        add(facts, "holder", party(product.holder()));
        if (file.lot() != null) {
            Batch batch = records.record(RecordType.BATCH, file.gtin() + ":" + file.lot(), Batch.class);
            if (batch == null) {
                facts.add(new Fact("lotstatus", t.of("fact.unknown")));
            } else {
                String status = batch.status().name().toLowerCase(java.util.Locale.ROOT);
                add(facts, "lotstatus", t.word("state.", status));
                add(
                        facts,
                        "lotexpiry",
                        batch.expiry() == null ? null : batch.expiry().toString());
                add(facts, "markets", batch.markets().isEmpty() ? null : String.join(", ", batch.markets()));
            }
        }
        return facts;
    }

    /** The parcel: its number, and its manifest where there is one. */
    List<Fact> parcel(CaseFile file) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "parcel", file.parcel());
        Manifest manifest =
                file.parcel() == null ? null : records.record(RecordType.MANIFEST, file.parcel(), Manifest.class);
        @Nullable String consignor = manifest == null ? file.consignor() : manifest.consignor();
        add(facts, "consignor", consignor == null ? null : party(consignor));
        if (manifest != null) {
            add(facts, "origin", manifest.origin());
            add(facts, "destination", manifest.destination());
            add(facts, "platform", manifest.platform());
            add(facts, "listing", manifest.listing());
            add(
                    facts,
                    "declared",
                    manifest.items().stream()
                            .limit(20)
                            .map(item -> item.quantity() + " × " + item.gtin()
                                    + (item.lot() == null ? "" : " " + item.lot()))
                            .collect(Collectors.joining(", ")));
        }
        return facts;
    }

    private String party(String id) {
        Party party = records.record(RecordType.PARTY, id, Party.class);
        return party == null || party.name() == null ? id : party.name() + " (" + id + ")";
    }

    private static void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(key, value));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
