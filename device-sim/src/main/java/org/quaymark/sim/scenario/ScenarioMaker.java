package org.quaymark.sim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.registry.RegistryRecord;

/** Makes a scenario: one object, one scenario. */
public final class ScenarioMaker {
    /** A dock hands a parcel over about every four seconds. */
    private static final Duration DOCK_PACE = Duration.ofSeconds(4);

    /** From one try at a parcel to the next. */
    private static final Duration NEXT_TRY = Duration.ofMillis(2_500);

    private final Scenario.Request request;
    private final SplittableRandom random;
    private final Catalogue catalogue;
    private final Papers papers;
    private final ItemMaker items;
    private final List<SitePlan> sites;
    private final Weighted<Truth> truths;
    private final Weighted<@Nullable ScannerFault> faults;
    private final Weighted<PayloadForm> forms;
    private final List<Line> lines = new ArrayList<>();
    /** Until when each dock is busy with a parcel: what is shown of one comes without others between. */
    private final Map<Dock, Instant> busy = new HashMap<>();

    private int ids;

    ScenarioMaker(Scenario.Request request, Mix mix) {
        this.request = request;
        this.random = new SplittableRandom(request.seed());
        this.catalogue = Catalogue.of(LocalDate.ofInstant(request.start(), ZoneOffset.UTC), random);
        this.papers = new Papers(random);
        this.items = new ItemMaker(catalogue, papers, random);
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
        lines.sort(Comparator.comparing(line -> line.scan().at()));
        List<RegistryRecord> registry =
                new RegistryLines(catalogue, sites, papers.manifests(), papers.interceptions()).all(random);
        return new Scenario(
                registry,
                lines.stream().map(Line::scan).toList(),
                lines.stream().map(Line::truth).toList());
    }

    private record Line(ScanLine scan, TruthLine truth) {}

    /** A dock, and the two scanners of it. */
    private record Dock(String site, String dock) {
        String device(PayloadForm form) {
            return (form == PayloadForm.PROGLOVE ? "glove-" : "hand-") + dock.substring("dock-".length());
        }
    }

    private void parcel(Instant at) {
        int siteNumber = random.nextInt(sites.size());
        SitePlan site = sites.get(siteNumber);
        Dock here = dock(site);
        Truth drawn = truths.draw(random);
        // a unit cannot be in two places where there is but one
        Truth truth = drawn == Truth.CLONE && sites.size() == 1 ? Truth.GENUINE : drawn;
        List<Shown> shown = items.make(truth, site.record().country());
        Instant next = at;
        for (Shown one : shown) {
            Dock dock = one.atOtherSite() ? dock(sites.get((siteNumber + 1) % sites.size())) : here;
            next = later(next, busy.getOrDefault(dock, Instant.EPOCH));
            show(dock, next, one);
            next = next.plus(NEXT_TRY);
            busy.put(dock, next);
        }
    }

    private Dock dock(SitePlan site) {
        return new Dock(
                site.record().id(), site.docks().get(random.nextInt(site.docks().size())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void show(Dock dock, Instant at, Shown shown) {
        Item item = shown.item();
        String id = "S" + request.seed() + "-" + "%06d".formatted(++ids);
        PayloadForm form = form(shown);
        @Nullable Instant told = request.timed() ? at : null;
        @Nullable ScannerFault fault = fault(shown, form);
        String device = dock.device(form);
        String payload = switch (shown.side()) {
            case LABEL -> label(id, told, device, shown, form, fault);
            case PLAIN_EAN ->
                Payloads.json(id, told, item, LabelText.ean13(labelOf(item).gtin()), "]E0")
                        .toString();
            case PARCEL -> Payloads.json(id, told, item, null, null).toString();
            case SCRATCHED ->
                Payloads.json(id, told, item, LabelText.scratched(labelOf(item)), null)
                        .toString();
            case SAYS_DAMAGED ->
                Payloads.control(id, told, ControlCode.DAMAGED_LABEL.data()).toString();
            case SAYS_RELEASED ->
                Payloads.control(id, told, ControlCode.RELEASED.data()).toString();
        };
        lines.add(new Line(
                new ScanLine(id, at, dock.site(), dock.dock(), device, payload, null, 0),
                new TruthLine(
                        id,
                        item.truth().wireName(),
                        fault == null ? null : fault.wireName(),
                        Expectation.of(item, fault))));
    }

    private PayloadForm form(Shown shown) {
        if (!shown.alone() || shown.item().truth() == Truth.INTERCEPTED) {
            return PayloadForm.JSON;
        }
        PayloadForm form = forms.draw(random);
        if (shown.item().truth().byRoute() && form != PayloadForm.CLOUD_EVENT) {
            return PayloadForm.JSON;
        }
        // A payload without an id is the same trigger pull when it comes twice in two seconds: only for what is unique.
        return form.bare() && labelOf(shown.item()).serial() == null ? PayloadForm.JSON : form;
    }

    /** Faults strike where a keyboard scanner would read a label that has a separator to lose. */
    private @Nullable ScannerFault fault(Shown shown, PayloadForm form) {
        boolean readAsText = form == PayloadForm.DATAMATRIX || form == PayloadForm.JSON;
        if (!shown.alone() || !readAsText || labelOf(shown.item()).serial() == null) {
            return null;
        }
        return faults.draw(random);
    }

    private String label(
            String id,
            @Nullable Instant at,
            String device,
            Shown shown,
            PayloadForm form,
            @Nullable ScannerFault fault) {
        Label label = labelOf(shown.item());
        LabelText.Order order = random.nextBoolean() ? LabelText.Order.SERIAL_FIRST : LabelText.Order.FIXED_FIRST;
        return switch (form) {
            case DATAMATRIX -> {
                String text = LabelText.elements("]d2", label, order);
                yield fault == null ? text : fault.distort(text);
            }
            case GS1_128 -> LabelText.elements("]C1", label, order);
            case DIGITAL_LINK -> LabelText.digitalLink(label);
            case PROGLOVE ->
                Payloads.proGlove(id, at, device, LabelText.elements("]d2", label, order))
                        .toString();
            case JSON -> json(id, at, shown, order, fault).toString();
            case CLOUD_EVENT ->
                Payloads.cloudEvent(id, at, device, json(id, at, shown, order, null))
                        .toString();
        };
    }

    private static ObjectNode json(
            String id, @Nullable Instant at, Shown shown, LabelText.Order order, @Nullable ScannerFault fault) {
        Item item = shown.item();
        ObjectNode scan = fault != null
                ? Payloads.json(id, at, item, fault.distort(LabelText.elements("]d2", labelOf(item), order)), null)
                : Payloads.json(id, at, item, LabelText.elements("", labelOf(item), order), "]d2");
        return shown.beside() == null ? scan : Payloads.with(scan, shown.beside(), "]E0");
    }

    private static Label labelOf(Item item) {
        return Objects.requireNonNull(item.label());
    }
}
