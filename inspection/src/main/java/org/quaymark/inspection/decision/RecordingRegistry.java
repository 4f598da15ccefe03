package org.quaymark.inspection.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.ForwardingRegistry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.RegistryKey;
import org.quaymark.inspection.registry.RegistryRecord;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/** Takes down what a registry is asked and answers, each question once. For one scan, and one thread. */
final class RecordingRegistry extends ForwardingRegistry {
    private final Map<String, Explanation.Fact> facts = new LinkedHashMap<>();

    RecordingRegistry(Registry registry) {
        super(registry);
    }

    List<Explanation.Fact> facts() {
        return new ArrayList<>(facts.values());
    }

    @Override
    public @Nullable Product product(String gtin) {
        return one("product", gtin, new RegistryKey(RecordType.PRODUCT, gtin), super.product(gtin));
    }

    @Override
    public @Nullable Prefix prefixOf(String gtin) {
        Prefix prefix = super.prefixOf(gtin);
        return one("prefix-of", gtin, prefix == null ? null : prefix.key(), prefix);
    }

    @Override
    public @Nullable Batch batch(String gtin, String lot) {
        String id = gtin + ":" + lot;
        return one("batch", id, new RegistryKey(RecordType.BATCH, id), super.batch(gtin, lot));
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        return one("unit", gtin + ":" + serial, RegistryKey.ofUnit(gtin, serial), super.unit(gtin, serial));
    }

    @Override
    public @Nullable Right right(String id) {
        return one("right", id, new RegistryKey(RecordType.RIGHT, id), super.right(id));
    }

    @Override
    public @Nullable Party party(String id) {
        return one("party", id, new RegistryKey(RecordType.PARTY, id), super.party(id));
    }

    @Override
    public @Nullable Site site(String id) {
        return one("site", id, new RegistryKey(RecordType.SITE, id), super.site(id));
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        return one("manifest", parcel, new RegistryKey(RecordType.MANIFEST, parcel), super.manifest(parcel));
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        return several("licences-of-product", product.gtin(), super.licencesCovering(product));
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return several("interceptions-of-parcel", parcel, super.interceptionsOfParcel(parcel));
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return several("interceptions-of-product", gtin, super.interceptionsOfProduct(gtin));
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return several("interceptions-of-consignor", consignor, super.interceptionsOfConsignor(consignor));
    }

    private <T extends Record> @Nullable T one(
            String question, String asked, @Nullable RegistryKey key, @Nullable T answer) {
        facts.computeIfAbsent(question + " " + asked, q -> {
            Long changed = key == null ? null : changedAt(key);
            return answer == null || key == null
                    ? new Explanation.Fact(question, asked, List.of(), changed)
                    : new Explanation.Fact(question, asked, List.of(Explanation.Answer.of(key, changed, answer)), null);
        });
        return answer;
    }

    private <T extends Record & RegistryRecord> List<T> several(String question, String asked, List<T> answers) {
        Function<T, Explanation.Answer> answer =
                record -> Explanation.Answer.of(record.key(), changedAt(record.key()), record);
        facts.computeIfAbsent(
                question + " " + asked,
                q -> new Explanation.Fact(
                        question, asked, answers.stream().map(answer).toList(), null));
        return answers;
    }
}
