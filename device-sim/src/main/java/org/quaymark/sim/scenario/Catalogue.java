package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

/** The brands of a scenario, their products and lots. */
final class Catalogue {
    /** A prefix of GS1's own for demonstrations that no holder of a scenario has. */
    static final String STRANGE_PREFIX = "9521999";

    /** Sends goods on without anybody's licence, as it may inside the exhaustion area. */
    static final String SHOP = "corner-shop";

    /** A sender that was suspended. */
    static final String SUSPENDED = "shadow-post";

    private static final int GOOD_LOTS = 3;
    private static final int LOT_BLOCK = 1_000_000;
    private static final List<BatchStatus> BLOCKED =
            List.of(BatchStatus.RECALLED, BatchStatus.WITHDRAWN, BatchStatus.STOLEN, BatchStatus.DESTROYED);
    private static final List<Brand> BRANDS = List.of(
            new Brand("acme", "Acme AG", "Acme", "9506000", "CH", List.of("Trail Runner", "Court Low", "Boot")),
            new Brand("borealis", "Borealis Oy", "Borealis", "9506001", "FI", List.of("Parka", "Fleece", "Beanie")),
            new Brand("lumen", "Lumen SARL", "Lumen", "9506002", "FR", List.of("Serum", "Day Cream", "Balm")),
            new Brand("kestrel", "Kestrel Ltd", "Kestrel", "9506003", "IE", List.of("Headset", "Charger", "Dock")));
    private static final Brand LAPSED =
            new Brand("mistral", "Mistral SAS", "Mistral", "9506004", "FR", List.of("Kettle", "Lamp"));

    /**
     * A brand.
     *
     * @param holder id of the party that holds it
     * @param prefix GS1 company prefix
     */
    record Brand(String holder, String company, String name, String prefix, String country, List<String> models) {
        String right() {
            return "EUTM-" + prefix;
        }

        String consignor() {
            return holder + "-outlet";
        }

        String supplier() {
            return holder + "-works";
        }

        /** A sender whose licence has run out. */
        String former() {
            return holder + "-former";
        }
    }

    private final List<ProductPlan> products = new ArrayList<>();
    private final List<ProductPlan> serialised;
    private final List<ProductPlan> lapsed = new ArrayList<>();

    private Catalogue(LocalDate today, RandomGenerator random) {
        int index = 0;
        for (Brand brand : BRANDS) {
            for (int i = 0; i < 2 * brand.models().size(); i++) {
                products.add(product(brand, i, index++, today, random));
            }
        }
        serialised = products.stream().filter(ProductPlan::serialised).toList();
        for (int i = 0; i < LAPSED.models().size(); i++) {
            lapsed.add(product(LAPSED, i, i, today, random));
        }
    }

    static Catalogue of(LocalDate today, RandomGenerator random) {
        return new Catalogue(today, random);
    }

    List<Brand> brands() {
        return BRANDS;
    }

    /** The brand whose right has lapsed. */
    Brand lapsedBrand() {
        return LAPSED;
    }

    /** All products, those of the lapsed brand too. */
    List<ProductPlan> products() {
        return Stream.concat(products.stream(), lapsed.stream()).toList();
    }

    ProductPlan any(RandomGenerator random) {
        return products.get(random.nextInt(products.size()));
    }

    ProductPlan anySerialised(RandomGenerator random) {
        return serialised.get(random.nextInt(serialised.size()));
    }

    /** A product of the lapsed brand; its units have serials. */
    ProductPlan anyLapsed(RandomGenerator random) {
        return lapsed.get(random.nextInt(lapsed.size()));
    }

    /** A product whose goods have lots. */
    ProductPlan anyInLots(RandomGenerator random) {
        ProductPlan product = any(random);
        while (product.product().serialisation() == Serialisation.NONE) {
            product = any(random);
        }
        return product;
    }

    /** A product whose serials are registered one by one. */
    ProductPlan anyListed(RandomGenerator random) {
        ProductPlan product = anySerialised(random);
        while (product.style() == SerialStyle.RANGE) {
            product = anySerialised(random);
        }
        return product;
    }

    /** A product told apart by lot alone. */
    ProductPlan anyByBatch(RandomGenerator random) {
        ProductPlan product = any(random);
        while (product.product().serialisation() != Serialisation.BATCH) {
            product = any(random);
        }
        return product;
    }

    /** A GTIN of that company prefix; references from 90,000 are given to no product. */
    static String gtin(String prefix, int reference) {
        return "0" + CheckDigits.gs1(prefix + "%05d".formatted(reference));
    }

    private static ProductPlan product(Brand brand, int number, int index, LocalDate today, RandomGenerator random) {
        @Nullable SerialStyle style = SerialStyle.ofIndex(index);
        Serialisation serialisation = Serialisation.SERIAL;
        if (style == null) {
            serialisation = index % 8 == 3 ? Serialisation.BATCH : Serialisation.NONE;
        }
        String model = brand.models().get(number % brand.models().size()) + " "
                + (number / brand.models().size() + 1);
        Product product = new Product(
                gtin(brand.prefix(), 100 + number),
                brand.name(),
                model,
                brand.holder(),
                List.of(brand.right()),
                serialisation,
                style == null ? null : style.pattern(),
                200 + 20 * random.nextInt(40),
                "640411");
        Set<String> taken = ProductPlan.nothingTaken();
        List<LotPlan> good = new ArrayList<>();
        for (int i = 0; i < GOOD_LOTS; i++) {
            good.add(lot(number, i, today.plusMonths(18 + 6L * i), BatchStatus.RELEASED, style, taken));
        }
        BatchStatus blocked = BLOCKED.get(index % BLOCKED.size());
        LotPlan recalled = lot(number, GOOD_LOTS, today.plusMonths(12), blocked, style, taken);
        LotPlan expired = lot(number, GOOD_LOTS + 1, today.minusMonths(2), BatchStatus.RELEASED, style, taken);
        LotPlan foreign = lot(number, GOOD_LOTS + 2, today.plusMonths(12), BatchStatus.RELEASED, style, taken);
        return new ProductPlan(product, brand.consignor(), style, good, recalled, expired, foreign, taken);
    }

    private static LotPlan lot(
            int product,
            int number,
            LocalDate expiry,
            BatchStatus status,
            @Nullable SerialStyle style,
            Set<String> taken) {
        String name = "L" + (char) ('A' + product) + (number + 1) + "%03d".formatted(137 * (number + 1));
        return new LotPlan(name, expiry, status, style, taken, LOT_BLOCK * (number + 1));
    }
}
