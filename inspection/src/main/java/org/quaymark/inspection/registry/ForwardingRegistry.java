package org.quaymark.inspection.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as another registry does, but for what a subclass answers otherwise. */
public abstract class ForwardingRegistry implements Registry {
    private final Registry registry;

    /** {@code registry}: what is asked. */
    protected ForwardingRegistry(Registry registry) {
        this.registry = registry;
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
    public Lengths serialLengths(String gtin) {
        return registry.serialLengths(gtin);
    }

    @Override
    public Lengths lotLengths(String gtin) {
        return registry.lotLengths(gtin);
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
        return registry.interceptionsOfParcel(parcel);
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return registry.interceptionsOfProduct(gtin);
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return registry.interceptionsOfConsignor(consignor);
    }

    @Override
    public @Nullable Long changedAt(RegistryKey key) {
        return registry.changedAt(key);
    }
}
