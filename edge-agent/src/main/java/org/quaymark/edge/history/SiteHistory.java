package org.quaymark.edge.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.registry.SerialFilter;
import org.quaymark.inspection.decision.History;
import org.quaymark.inspection.decision.Recollection;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Identification;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.reading.keyboard.CalibratedDevice;
import org.quaymark.inspection.registry.Registry;
import org.quaymark.inspection.registry.Unit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this edge has seen: tries in memory, units and parcels in memory as long as they are not in the index, then there.
 * Thread-safe.
 */
public final class SiteHistory implements History {
    private static final Logger LOG = LoggerFactory.getLogger(SiteHistory.class);
    private static final long ALL = Long.MAX_VALUE;

    private final @Nullable String country;
    private final Function<Scan, @Nullable CalibratedDevice> calibration;
    private final Supplier<Registry> registry;
    private final HistoryStore store;
    /** Says of most units that the index does not have them; null until it is filled. */
    private volatile @Nullable SerialFilter indexed;

    private final Attempts attempts = new Attempts();
    private final RecentSightings recent = new RecentSightings();

    /**
     * @param country of the site, as this edge was told it
     * @param calibration what a scan's device does to codes
     * @param registry as it is now: tells the lot of a unit whose label does not
     * @param store read here only
     */
    SiteHistory(
            @Nullable String country,
            Function<Scan, @Nullable CalibratedDevice> calibration,
            Supplier<Registry> registry,
            HistoryStore store) {
        this.country = country;
        this.calibration = calibration;
        this.registry = registry;
        this.store = store;
    }

    @Override
    public synchronized Tries tries(Scan scan, Identification identified) {
        return attempts.before(scan, identified.parcel());
    }

    @Override
    public List<Seen> sightingsOf(String gtin, String serial) {
        List<Sighted> seen = sightings(gtin, serial, ALL);
        return seen.isEmpty() ? List.of() : seen.stream().map(Sighted::seen).toList();
    }

    @Override
    public List<Packed> packedIn(Scan scan, List<String> parcels) {
        return packed(parcels, ALL);
    }

    @Override
    public @Nullable CalibratedDevice calibration(Scan scan) {
        return calibration.apply(scan);
    }

    @Override
    public @Nullable String country(Scan scan) {
        return country;
    }

    /** What was known before an entry of the journal. */
    public History before(JournalEntry.Sighting entry) {
        return new Before(entry);
    }

    /** From now on only units of that filter are looked up in the index. */
    void filtered(SerialFilter filter) {
        indexed = filter;
    }

    /** Takes in a verdict just given. */
    public synchronized void decided(Scan scan, Verdict verdict) {
        attempts.decided(scan, verdict);
        Sighted sighted = Sighted.of(scan, verdict);
        if (sighted != null) {
            recent.add(sighted);
        }
    }

    /**
     * Takes in what a worker answered.
     *
     * @param scan id of the device's scan that it is about, null where there is none
     */
    public synchronized void noted(String device, String action, @Nullable String scan) {
        if (action.equals(ControlCode.DAMAGED_LABEL.wireName())) {
            attempts.labelDamaged(device);
        } else if (scan != null && action.equals(ControlCode.RELEASED.wireName())) {
            recent.release(device, scan);
        }
    }

    private synchronized List<Sighted> sightings(String gtin, String serial, long before) {
        SerialFilter filter = indexed;
        boolean known = filter == null || filter.mayHave(Long.parseLong(gtin), serial);
        List<Sighted> seen =
                known ? new ArrayList<>(onDisk(() -> store.ofUnit(gtin, serial, before))) : new ArrayList<>(0);
        return before == ALL ? withRecent(seen, recent.ofUnit(gtin, serial)) : seen;
    }

    private List<Packed> packed(List<String> parcels, long before) {
        Map<String, Sighted> inParcels = new LinkedHashMap<>();
        synchronized (this) {
            for (String parcel : parcels) {
                List<Sighted> seen = new ArrayList<>(onDisk(() -> store.inParcel(parcel, before)));
                for (Sighted each : before == ALL ? withRecent(seen, recent.ofParcel(parcel)) : seen) {
                    inParcels.putIfAbsent(each.gtin() + " " + each.serial(), each);
                }
            }
        }
        return inParcels.values().stream()
                .map(seen -> new Packed(seen.gtin(), lot(seen), seen.serial()))
                .toList();
    }

    private @Nullable String lot(Sighted seen) {
        if (seen.lot() != null) {
            return seen.lot();
        }
        Unit unit = registry.get().unit(seen.gtin(), seen.serial());
        return unit == null ? null : unit.lot();
    }

    private static List<Sighted> withRecent(List<Sighted> indexed, List<Sighted> recent) {
        for (Sighted each : recent) {
            if (each.closed()) {
                indexed.replaceAll(known -> known.isOf(each.device(), each.scan()) ? each : known);
            }
            if (indexed.stream().noneMatch(known -> known.isOf(each.device(), each.scan()))) {
                indexed.add(each);
            }
        }
        return indexed;
    }

    private interface Question {
        List<Sighted> ask() throws SQLException;
    }

    /** A history that cannot be read must not keep a dock from working: what it would have said is missing, and told. */
    private List<Sighted> onDisk(Question question) {
        try {
            try {
                return question.ask();
            } finally {
                store.rollback();
            }
        } catch (SQLException e) {
            LOG.error("What was seen before cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    /** What it answered then stands; what nobody asked then is looked up. */
    private final class Before implements History {
        private final JournalEntry.Sighting entry;
        private final History then;

        Before(JournalEntry.Sighting entry) {
            this.entry = entry;
            this.then = Recollection.of(entry.before());
        }

        @Override
        public Tries tries(Scan scan, Identification identified) {
            return then.tries(scan, identified);
        }

        @Override
        public List<Seen> sightingsOf(String gtin, String serial) {
            List<Seen> told = then.sightingsOf(gtin, serial);
            return told.isEmpty()
                    ? sightings(gtin, serial, entry.sequence()).stream()
                            .map(Sighted::seen)
                            .toList()
                    : told;
        }

        @Override
        public List<Packed> packedIn(Scan scan, List<String> parcels) {
            List<Packed> told = then.packedIn(scan, parcels);
            return told.isEmpty() ? packed(parcels, entry.sequence()) : told;
        }

        @Override
        public @Nullable CalibratedDevice calibration(Scan scan) {
            return then.calibration(scan);
        }

        @Override
        public long clockUncertaintySeconds(Scan scan) {
            return then.clockUncertaintySeconds(scan);
        }

        @Override
        public @Nullable String country(Scan scan) {
            String told = then.country(scan);
            return told == null ? country : told;
        }
    }
}
