package org.quaymark.sim.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.BatchStatus;
import org.quaymark.inspection.registry.SerialStatus;

/** A lot while its scenario is being made: it gives out serials, and knows which it gave out. */
final class LotPlan {
    private static final List<SerialStatus> GONE = List.of(SerialStatus.DESTROYED, SerialStatus.STOLEN);
    private static final List<SerialStatus> SPENT =
            List.of(SerialStatus.SOLD, SerialStatus.EXPORTED, SerialStatus.SAMPLE);

    private final String lot;
    private final LocalDate expiry;
    private final BatchStatus status;
    private final @Nullable SerialStyle style;
    private final Set<String> takenOfProduct;
    private final List<String> issued = new ArrayList<>();
    private final Map<SerialStatus, List<String>> marked = new EnumMap<>(SerialStatus.class);
    private final int firstNumber;
    private int nextNumber;

    LotPlan(
            String lot,
            LocalDate expiry,
            BatchStatus status,
            @Nullable SerialStyle style,
            Set<String> takenOfProduct,
            int firstNumber) {
        this.lot = lot;
        this.expiry = expiry;
        this.status = status;
        this.style = style;
        this.takenOfProduct = takenOfProduct;
        this.firstNumber = firstNumber;
        this.nextNumber = firstNumber;
    }

    String lot() {
        return lot;
    }

    LocalDate expiry() {
        return expiry;
    }

    BatchStatus status() {
        return status;
    }

    /** A serial that is issued under this lot from now on and that nobody else gets; null where goods have none. */
    @Nullable
    String issue(RandomGenerator random) {
        if (style == null) {
            return null;
        }
        if (style == SerialStyle.RANGE) {
            nextNumber += 1 + random.nextInt(3);
            return "%08d".formatted(nextNumber);
        }
        String serial = drawUnused(style, takenOfProduct, random);
        issued.add(serial);
        return serial;
    }

    /** A serial of which the registry will say that it is gone for good, or else that it was spent before. */
    String mark(boolean gone, RandomGenerator random) {
        List<SerialStatus> statuses = gone ? GONE : SPENT;
        String serial = drawUnused(Objects.requireNonNull(style), takenOfProduct, random);
        marked.computeIfAbsent(statuses.get(random.nextInt(statuses.size())), status -> new ArrayList<>())
                .add(serial);
        return serial;
    }

    /** The serials of which something became, by what. */
    Map<SerialStatus, List<String>> marked() {
        return marked;
    }

    /** The serials issued one by one; empty for a range. */
    List<String> issued() {
        return issued;
    }

    /** The first number of the range. */
    int firstNumber() {
        return firstNumber;
    }

    /** The last number of the range: up to some that nobody scanned. */
    int lastNumber() {
        return nextNumber + 100;
    }

    static String drawUnused(SerialStyle style, Set<String> taken, RandomGenerator random) {
        String serial = style.draw(random);
        while (!taken.add(serial)) {
            serial = style.draw(random);
        }
        return serial;
    }
}
