package org.quaymark.inspection.decision;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.Batch;
import org.quaymark.inspection.registry.Licence;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Right;

/**
 * Whether goods may be put on the market of their destination: what {@code MARKET_NOT_LICENSED} and {@code LICENCE_LAPSED}
 * share. Where the registry leaves open which markets a lot is for, or where it is going, nothing is said against it.
 */
final class MarketAccess {
    private final Circumstances c;
    private final String destination;
    private final LicenceChains chains;
    private final boolean closed;
    private final List<String> sellers;

    private MarketAccess(Circumstances c, Product product, Batch batch, String destination) {
        this.c = c;
        this.destination = destination;
        Set<String> holders = holders(product, c.rights().inForce());
        // A holder needs no licence for its own goods; that its works made them lets nobody else sell them here.
        this.closed = c.consignor() == null || !holders.contains(c.consignor());
        this.sellers = Stream.of(c.consignor(), batch.supplier())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.chains = new LicenceChains(holders, closed ? licences(product) : List.of(), c.date());
    }

    /** Null where the goods may be put on that market by whoever does. */
    static @Nullable MarketAccess limitedOf(Circumstances c) {
        Product product = c.product();
        Batch batch = c.batch();
        String destination = c.destination();
        if (product == null || batch == null || destination == null) {
            return null;
        }
        boolean limited = !batch.markets().isEmpty()
                && !c.rights().inForce().isEmpty()
                && !Territories.mayTravel(batch.markets(), destination, c.date());
        return limited ? new MarketAccess(c, product, batch, destination) : null;
    }

    /** Whether nothing in force lets these goods onto that market. */
    boolean isDenied() {
        return closed && sellers.stream().noneMatch(chains::reach);
    }

    /** The licence that would have let them, had it not lapsed; null where there is none. */
    @Nullable
    Licence lapsed() {
        return sellers.stream()
                .map(chains::lapsedOnTheWayTo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Map<String, String> detail() {
        Map<String, String> detail = new LinkedHashMap<>(c.detail());
        Circumstances.put(detail, "destination", destination);
        Circumstances.put(detail, "consignor", c.consignor());
        Batch batch = c.batch();
        if (batch != null) {
            detail.put("markets", String.join(",", batch.markets()));
            Circumstances.put(detail, "supplier", batch.supplier());
        }
        return detail;
    }

    /** A licence that names no territory is not limited to one. */
    private List<Licence> licences(Product product) {
        return c.registry().licencesCovering(product).stream()
                .filter(licence -> licence.territories().isEmpty()
                        || Territories.cover(licence.territories(), destination, c.date()))
                .toList();
    }

    private static Set<String> holders(Product product, List<Right> inForce) {
        Set<String> holders = new HashSet<>(Set.of(product.holder()));
        inForce.forEach(right -> holders.add(right.holder()));
        return holders;
    }
}
