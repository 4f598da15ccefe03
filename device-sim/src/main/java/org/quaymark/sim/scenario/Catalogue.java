package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.Product;
import org.quaymark.inspection.registry.Serialisation;

/** The brands of a scenario, their products and lots. */
final class Catalogue {
    /** A prefix of GS1's own for demonstrations that no holder of a scenario has. */
    static final String STRANGE_PREFIX = "9521999";

    private static final int GOOD_LOTS = 3;
    private static final int LOT_BLOCK = 1_000_000;
    private static final List<Brand> BRANDS = List.of(
            new Brand("acme", "Acme AG", "Acme", "9506000", "CH", List.of("Trail Runner", "Court Low", "Boot")),
            new Brand("borealis", "Borealis Oy", "Borealis", "9506001", "FI", List.of("Parka", "Fleece", "Beanie")),
            new Brand("lumen", "Lumen SARL", "Lumen", "9506002", "FR", List.of("Serum", "Day Cream", "Balm")),
            new Brand("kestrel", "Kestrel Ltd", "Kestrel", "9506003", "IE", List.of("Headset", "Charger", "Dock")));

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
    }

    private final List<ProductPlan> products = new ArrayList<>();
    private final List<ProductPlan> serialised;

    private Catalogue(LocalDate today, RandomGenerator random) {
        int index = 0;
        for (Brand brand : BRANDS) {
            for (int i = 0; i < 2 * brand.models().size(); i++) {
                products.add(product(brand, i, index++, today, random));
            }
        }
        serialised = products.stream().filter(ProductPlan::serialised).toList();
    }

    static Catalogue of(LocalDate today, RandomGenerator random) {
        return new Catalogue(today, random);
    }

    List<Brand> brands() {
        return BRANDS;
    }

    List<ProductPlan> products() {
        return products;
    }

    ProductPlan any(RandomGenerator random) {
        return products.get(random.nextInt(products.size()));
    }

    ProductPlan anySerialised(RandomGenerator random) {
        return serialised.get(random.nextInt(serialised.size()));
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
        LotPlan recalled = lot(number, GOOD_LOTS, today.plusMonths(12), BatchStatus.RECALLED, style, taken);
        LotPlan expired = lot(number, GOOD_LOTS + 1, today.minusMonths(2), BatchStatus.RELEASED, style, taken);
        return new ProductPlan(product, brand.consignor(), style, good, recalled, expired, taken);
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
