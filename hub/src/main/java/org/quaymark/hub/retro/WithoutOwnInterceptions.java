package org.quaymark.hub.retro;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Manifest;
import org.quaymark.inspection.registry.Party;
import org.quaymark.inspection.registry.Prefix;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Right;
import org.quaymark.inspection.registry.Site;
import org.quaymark.inspection.registry.Unit;

/**
 * A registry without the interceptions that verdicts given again have raised. They follow from verdicts, so no verdict may
 * follow from them: a hold that justified itself would never end.
 */
final class WithoutOwnInterceptions implements Registry {
    private final Registry registry;

    WithoutOwnInterceptions(Registry registry) {
        this.registry = registry;
    }

    private static List<Interception> others(List<Interception> interceptions) {
        boolean any = interceptions.stream().anyMatch(WithoutOwnInterceptions::isOwn);
        return any ? interceptions.stream().filter(i -> !isOwn(i)).toList() : interceptions;
    }

    private static boolean isOwn(Interception interception) {
        return RetroCases.ACTOR.equals(interception.requestedBy());
    }

    @Override
    public long sequence() {
        return registry.sequence();
    }

    @Override
    public @Nullable Instant asOf() {
        return registry.asOf();
    }

    @Override
    public @Nullable Product product(String gtin) {
        return registry.product(gtin);
    }

    @Override
    public @Nullable Prefix prefixOf(String gtin) {
        return registry.prefixOf(gtin);
    }

    @Override
    public @Nullable Batch batch(String gtin, String lot) {
        return registry.batch(gtin, lot);
    }

    @Override
    public @Nullable Unit unit(String gtin, String serial) {
        return registry.unit(gtin, serial);
    }

    @Override
    public @Nullable Right right(String id) {
        return registry.right(id);
    }

    @Override
    public @Nullable Party party(String id) {
        return registry.party(id);
    }

    @Override
    public @Nullable Site site(String id) {
        return registry.site(id);
    }

    @Override
    public @Nullable Manifest manifest(String parcel) {
        return registry.manifest(parcel);
    }

    @Override
    public List<Licence> licencesCovering(Product product) {
        return registry.licencesCovering(product);
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return others(registry.interceptionsOfParcel(parcel));
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return others(registry.interceptionsOfProduct(gtin));
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return others(registry.interceptionsOfConsignor(consignor));
    }
}
