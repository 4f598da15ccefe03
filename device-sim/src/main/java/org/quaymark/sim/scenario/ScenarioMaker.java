package org.quaymark.sim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.registry.RegistryRecord;

/** Makes a scenario: one object, one scenario. */
public final class ScenarioMaker {
    /** A dock hands a parcel over about every four seconds. */
    private static final Duration DOCK_PACE = Duration.ofSeconds(4);

    private static final Duration SECOND_TRY = Duration.ofMillis(2_500);

    private final Scenario.Request request;
    private final SplittableRandom random;
    private final Catalogue catalogue;
    private final ItemMaker items;
    private final List<SitePlan> sites;
    private final Weighted<Truth> truths;
    private final Weighted<@Nullable ScannerFault> faults;
    private final Weighted<PayloadForm> forms;
    private final List<ScanLine> scans = new ArrayList<>();
    private final List<TruthLine> truthLines = new ArrayList<>();

    ScenarioMaker(Scenario.Request request, Mix mix) {
        this.request = request;
        this.random = new SplittableRandom(request.seed());
        this.catalogue = Catalogue.of(LocalDate.ofInstant(request.start(), ZoneOffset.UTC), random);
        this.items = new ItemMaker(catalogue, random);
        this.sites = SitePlan.of(request.sites(), request.docks());
        this.truths = new Weighted<>(mix.truths());
        this.faults = new Weighted<>(mix.faults());
        this.forms = new Weighted<>(mix.forms());
    }

    /** A scenario with the standard mix. */
    public static Scenario standard(Scenario.Request request) {
        return new ScenarioMaker(request, Mix.standard()).make();
    }

    Scenario make() {
        Instant at = request.start();
        long meanGapMillis = Math.max(1, DOCK_PACE.toMillis() / request.docks());
        for (int i = 0; i < request.parcels(); i++) {
            at = at.plusMillis((long) (-Math.log(1 - random.nextDouble()) * meanGapMillis));
            parcel(at);
        }
        sort();
        List<RegistryRecord> registry =
                new RegistryLines(catalogue, sites, items.manifests(), items.interceptions()).all(random);
        return new Scenario(registry, scans, truthLines);
    }

    private void parcel(Instant at) {
        SitePlan site = sites.get(random.nextInt(sites.size()));
        int dockNumber = random.nextInt(site.docks().size());
        String dock = site.docks().get(dockNumber);
        Truth truth = truths.draw(random);
        Item item = items.make(truth, site.record().country());
        Device device = new Device(site.record().id(), dock);
        switch (truth) {
            case PARCEL_ONLY ->
                add(
                        device.hand(),
                        at,
                        item,
                        Payloads.json(nextId(), at, item, null, null).toString());
            case WRONG_BARCODE -> {
                add(device.hand(), at, item, wrongBarcode(at, item));
                Item right =
                        new Item(item.label(), item.parcel(), item.shipment(), Truth.GENUINE, Truth.GENUINE.expected());
                add(device.hand(), at.plus(SECOND_TRY), right, null, PayloadForm.JSON);
            }
            default -> add(device, at, item, form(item));
        }
    }

    private PayloadForm form(Item item) {
        Label label = Objects.requireNonNull(item.label());
        boolean parcelMatters = item.truth() == Truth.INTERCEPTED;
        PayloadForm form = forms.draw(random);
        if (parcelMatters && form != PayloadForm.CLOUD_EVENT) {
            return PayloadForm.JSON;
        }
        // A payload without an id is the same trigger pull when it comes twice in two seconds: only for what is unique.
        return form.bare() && label.serial() == null ? PayloadForm.JSON : form;
    }

    private String wrongBarcode(Instant at, Item item) {
        Label label = Objects.requireNonNull(item.label());
        return Payloads.json(nextId(), at, item, LabelText.ean13(label.gtin()), "]E0")
                .toString();
    }

    private void add(Device device, Instant at, Item item, PayloadForm form) {
        boolean glove = form == PayloadForm.PROGLOVE;
        add(glove ? device.glove() : device.hand(), at, item, faultFor(item, form), form);
    }

    /** Faults strike where a keyboard scanner would read a label that has a separator to lose. */
    private @Nullable ScannerFault faultFor(Item item, PayloadForm form) {
        Label label = Objects.requireNonNull(item.label());
        boolean judged = item.truth() == Truth.GENUINE || item.truth() == Truth.SERIAL_NEVER_ISSUED;
        boolean readAsText = form == PayloadForm.DATAMATRIX || form == PayloadForm.JSON;
        @Nullable ScannerFault fault = faults.draw(random);
        return judged && readAsText && label.serial() != null ? fault : null;
    }

    private void add(Place place, Instant at, Item item, @Nullable ScannerFault fault, PayloadForm form) {
        Label label = Objects.requireNonNull(item.label());
        LabelText.Order order = random.nextBoolean() ? LabelText.Order.SERIAL_FIRST : LabelText.Order.FIXED_FIRST;
        String id = nextId();
        String payload = switch (form) {
            case DATAMATRIX -> distorted(LabelText.elements("]d2", label, order), fault);
            case GS1_128 -> LabelText.elements("]C1", label, order);
            case DIGITAL_LINK -> LabelText.digitalLink(label);
            case PROGLOVE ->
                Payloads.proGlove(id, at, place.device(), LabelText.elements("]d2", label, order))
                        .toString();
            case JSON -> json(id, at, item, label, order, fault).toString();
            case CLOUD_EVENT ->
                Payloads.cloudEvent(id, at, place.device(), json(id, at, item, label, order, null))
                        .toString();
        };
        line(id, place, at, item, payload, fault);
    }

    private void add(Place place, Instant at, Item item, String payload) {
        line(lastId(), place, at, item, payload, null);
    }

    private void line(String id, Place place, Instant at, Item item, String payload, @Nullable ScannerFault fault) {
        scans.add(new ScanLine(id, at, place.site(), place.dock(), place.device(), payload, null, 0));
        List<String> expected = item.expected();
        if (fault != null) {
            expected = expectedWith(fault, item);
        }
        truthLines.add(new TruthLine(id, item.truth().wireName(), fault == null ? null : fault.name(), expected));
    }

    /**
     * What is right where a scanner distorted the label: genuine goods are proved by the registry and pass, or where the
     * fault can leave several proofs or none are scanned again; nothing is proved of a counterfeit, and it never passes.
     */
    private static List<String> expectedWith(ScannerFault fault, Item item) {
        if (fault.harmless()) {
            return item.expected();
        }
        if (item.truth() == Truth.GENUINE) {
            return fault.ambiguous() ? List.of("PASS", "RESCAN") : List.of("PASS");
        }
        return List.of("RESCAN", "HOLD");
    }

    private static ObjectNode json(
            String id, Instant at, Item item, Label label, LabelText.Order order, @Nullable ScannerFault fault) {
        if (fault != null) {
            return Payloads.json(id, at, item, fault.distort(LabelText.elements("]d2", label, order)), null);
        }
        return Payloads.json(id, at, item, LabelText.elements("", label, order), "]d2");
    }

    private static String distorted(String text, @Nullable ScannerFault fault) {
        return fault == null ? text : fault.distort(text);
    }

    private int ids;

    private String nextId() {
        ids++;
        return lastId();
    }

    private String lastId() {
        return "S" + request.seed() + "-" + "%06d".formatted(ids);
    }

    private void sort() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> scans.get(i).at()));
        List<ScanLine> sortedScans = order.stream().map(scans::get).toList();
        List<TruthLine> sortedTruths = order.stream().map(truthLines::get).toList();
        scans.clear();
        scans.addAll(sortedScans);
        truthLines.clear();
        truthLines.addAll(sortedTruths);
    }

    /** A scanner at a dock. */
    private record Place(String site, String dock, String device) {}

    /** The two scanners of a dock. */
    private record Device(String site, String dock) {
        Place hand() {
            return new Place(site, dock, "hand-" + dock.substring("dock-".length()));
        }

        Place glove() {
            return new Place(site, dock, "glove-" + dock.substring("dock-".length()));
        }
    }
}
