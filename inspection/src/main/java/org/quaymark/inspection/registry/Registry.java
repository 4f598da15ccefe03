package org.quaymark.inspection.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replica of the registry must answer. Implementations give a consistent answer at one {@link #sequence} for the
 * time of one decision, do not block on the network, and may be asked from several threads.
 */
public interface Registry {
    /** The number of the last change of the feed that is in here; 0 where there is none. */
    long sequence();

    /** When the authority last vouched for this state, or null where it never did: nothing can be checked then. */
    @Nullable
    Instant asOf();

    /** The product of that GTIN-14. */
    @Nullable
    Product product(String gtin);

    /** The longest enrolled company prefix of that GTIN-14 (its indicator digit left aside). */
    @Nullable
    Prefix prefixOf(String gtin);

    /** The lot of that product. */
    @Nullable
    Batch batch(String gtin, String lot);

    /** The unit with that serial: one look where it exists. */
    @Nullable
    Unit unit(String gtin, String serial);

    /**
     * How many characters the serials of the product's units may have: a yes is to be confirmed, a no is final. It spares
     * looking for serials that differ from another one in length, of which there are many to try.
     */
    default Lengths serialLengths(String gtin) {
        return Lengths.ANY;
    }

    /** The same of the product's lots. */
    default Lengths lotLengths(String gtin) {
        return Lengths.ANY;
    }

    /** The right of that id. */
    @Nullable
    Right right(String id);

    /** The party of that id. */
    @Nullable
    Party party(String id);

    /** The site of that id. */
    @Nullable
    Site site(String id);

    /** The manifest of that parcel. */
    @Nullable
    Manifest manifest(String parcel);

    /** Every licence, of whatever status and date, that covers the product by its GTIN, brand or rights. */
    List<Licence> licencesCovering(Product product);

    /** Every interception, of whatever status and date, that names the parcel. */
    List<Interception> interceptionsOfParcel(String parcel);

    /** Every interception that names the product: alone, with some lot or with some serial. */
    List<Interception> interceptionsOfProduct(String gtin);

    /** Every interception that names the consignor. */
    List<Interception> interceptionsOfConsignor(String consignor);

    /**
     * The number of the change by which the record came to be as it is here, or not to be; null where that is not known. Of
     * a unit: {@link RegistryKey#ofUnit}. For explanations.
     */
    default @Nullable Long changedAt(RegistryKey key) {
        return null;
    }
}
