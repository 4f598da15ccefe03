package org.quaymark.hub.retro;

import java.util.List;
import org.quaymark.hub.casework.RetroCases;
import org.quaymark.inspection.registry.ForwardingRegistry;
import org.quaymark.inspection.registry.Interception;
import org.quaymark.inspection.registry.Registry;

/**
 * A registry without the interceptions that verdicts given again have raised. They follow from verdicts, so no verdict may
 * follow from them: a hold that justified itself would never end.
 */
final class WithoutOwnInterceptions extends ForwardingRegistry {
    WithoutOwnInterceptions(Registry registry) {
        super(registry);
    }

    private static List<Interception> others(List<Interception> interceptions) {
        boolean any = interceptions.stream().anyMatch(WithoutOwnInterceptions::isOwn);
        return any ? interceptions.stream().filter(i -> !isOwn(i)).toList() : interceptions;
    }

    private static boolean isOwn(Interception interception) {
        return RetroCases.ACTOR.equals(interception.requestedBy());
    }

    @Override
    public List<Interception> interceptionsOfParcel(String parcel) {
        return others(super.interceptionsOfParcel(parcel));
    }

    @Override
    public List<Interception> interceptionsOfProduct(String gtin) {
        return others(super.interceptionsOfProduct(gtin));
    }

    @Override
    public List<Interception> interceptionsOfConsignor(String consignor) {
        return others(super.interceptionsOfConsignor(consignor));
    }
}
