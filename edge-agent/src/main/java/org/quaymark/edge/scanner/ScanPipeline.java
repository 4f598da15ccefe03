package org.quaymark.edge.scanner;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.device.Devices;
import org.quaymark.edge.journal.Appended;
import org.quaymark.edge.journal.DeviceId;
import org.quaymark.edge.journal.Draft;
import org.quaymark.edge.journal.Journal;
import org.quaymark.edge.scanner.image.ImageCodes;
import org.quaymark.inspection.decision.Verdict;
import org.quaymark.inspection.device.SelfTest;
import org.quaymark.inspection.log.JournalEntry;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.ControlCode;
import org.quaymark.inspection.reading.Scan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a scan: read, told from its repeats, decided, on disk, and only then answered and acknowledged (design.md, "The
 * way of a scan on the edge"). All of it runs on the one scan thread but the codes of images (image pool) and what follows
 * the disk (the journal's thread, which only hands over).
 */
final class ScanPipeline {
    private static final Logger log = LoggerFactory.getLogger(ScanPipeline.class);

    private final Topics topics;
    private final Journal journal;
    private final Decider decider;
    private final ControlAnswers controls;
    private final ImageCodes images;
    private final ScanListener listener;
    private final Devices devices;
    private final Rejections rejections;
    private final LetterBox letters;
    private final Poison poison = new Poison();
    private final RepeatWindow repeats;
    private final RecentAnswers recent = new RecentAnswers();
    private final LastVerdicts lastVerdicts = new LastVerdicts();
    private final Executor scanThread;
    private final Supplier<String> ids;
    private final Clock clock;

    ScanPipeline(
            Topics topics,
            Journal journal,
            Decider decider,
            ControlAnswers controls,
            ImageCodes images,
            ScanListener listener,
            Devices devices,
            Rejections rejections,
            LetterBox letters,
            RepeatWindow repeats,
            Executor scanThread,
            Supplier<String> ids,
            Clock clock) {
        this.topics = topics;
        this.journal = journal;
        this.decider = decider;
        this.controls = controls;
        this.images = images;
        this.listener = listener;
        this.devices = devices;
        this.rejections = rejections;
        this.letters = letters;
        this.repeats = repeats;
        this.scanThread = scanThread;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes up where the last process ended: what the broker delivers again must be found. On the scan thread, first. */
    void resume(List<JournalEntry.Sighting> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Scan scan = newestFirst.get(i).scan();
            DeviceId device = new DeviceId(scan.site(), scan.dock(), scan.device());
            repeats.seen(
                    device,
                    new Content(scan.codes(), scan.parcel()),
                    scan.id(),
                    newestFirst.get(i).at(),
                    RepeatWindow.BEFORE);
            lastVerdicts.put(device, scan.id());
        }
    }

    /** Deals with a message of a scan or image topic. On the scan thread. */
    void accept(Incoming message) {
        guarded(message, () -> {
            if (message.size() > Incoming.LARGEST) {
                throw new NoScan(
                        "the payload has " + message.size() + " bytes, at most " + Incoming.LARGEST + " are taken");
            }
            Topics.Route route = topics.route(message.topic());
            Pull pull = route.kind() == Topics.Kind.IMAGE ? PayloadReader.image(message) : PayloadReader.scan(message);
            byte[] image = pull.image();
            if (image == null) {
                take(message, route.device(), pull);
            } else {
                images.read(image)
                        .whenCompleteAsync(
                                (codes, failure) -> guarded(message, () -> {
                                    if (failure != null) {
                                        throw new IllegalStateException("reading an image", failure);
                                    }
                                    take(message, route.device(), pull.read(joined(pull.codes(), codes)));
                                }),
                                scanThread);
            }
        });
    }

    private void take(Incoming message, DeviceId device, Pull pull) {
        Content content = new Content(pull.codes(), pull.parcel());
        String given = pull.id();
        String id = given != null
                ? given
                : repeats.repeated(device, content, message.arrived(), message.arrivedNanos(), message.duplicate());
        if (id != null) {
            CompletionStage<Answered> known = known(device, id);
            if (known != null) {
                answerWhenDurable(message, device, known);
                return;
            }
        } else {
            id = ids.get();
        }
        Control control = Control.of(pull, devices.calibration(device));
        CompletionStage<Answered> answer =
                control != null ? note(message, device, pull, id, control) : decide(message, device, pull, id);
        repeats.seen(device, content, id, message.arrived(), message.arrivedNanos());
        recent.put(device, id, answer);
        answerWhenDurable(message, device, answer);
    }

    private @Nullable CompletionStage<Answered> known(DeviceId device, String id) {
        CompletionStage<Answered> answer = recent.of(device, id);
        if (answer != null) {
            return answer;
        }
        JournalEntry entry = journal.entryOf(device, id);
        Verdict verdict = null;
        if (entry instanceof JournalEntry.Sighting sighting) {
            verdict = sighting.verdict();
        } else if (entry instanceof JournalEntry.WorkerAction noted) {
            verdict = controls.again(noted.id(), noted.action(), noted.at());
        }
        if (verdict == null) {
            return null;
        }
        boolean recorded = entry != null && entry.sequence() != 0;
        CompletionStage<Answered> found = CompletableFuture.completedFuture(Answered.of(verdict, recorded));
        recent.put(device, id, found);
        return found;
    }

    private CompletionStage<Answered> decide(Incoming message, DeviceId device, Pull pull, String id) {
        Scan scan = new Scan(
                id,
                pull.at() == null ? message.arrived() : pull.at(),
                device.site(),
                device.dock(),
                device.device(),
                pull.codes(),
                pull.parcel(),
                pull.shipment(),
                pull.operator());
        Decider.Decided decided = decider.decide(scan);
        Verdict verdict = decided.verdict().answered(clock.instant(), elapsedMicros(message));
        Answered answer = Answered.of(verdict, true);
        lastVerdicts.put(device, id);
        CompletionStage<Appended> onDisk = journal.append(new Draft.Sighting(scan, verdict, decided.before()));
        devices.decided(scan, verdict, journal);
        return onDisk.thenApply(appended -> {
            Verdict earlier = appended.earlier();
            if (earlier != null) {
                return Answered.of(earlier, appended.recorded());
            }
            devices.scanned(appended.sequence(), scan, verdict);
            listener.scanned(scan, verdict);
            return appended.recorded() ? answer : Answered.of(verdict, false);
        });
    }

    private CompletionStage<Answered> note(Incoming message, DeviceId device, Pull pull, String id, Control control) {
        Draft.Action draft = new Draft.Action(
                id,
                pull.at() == null ? message.arrived() : pull.at(),
                device,
                control.action(),
                control.selfTest() == null ? lastVerdicts.of(device) : null,
                pull.operator());
        SelfTest test = test(device, control);
        Verdict noted = controls.answer(id, control, test, clock.instant(), elapsedMicros(message));
        return journal.append(draft).thenApply(appended -> {
            if (!appended.repeated()) {
                listener.noted(device, control.code(), test, noted.at());
            }
            return Answered.of(noted, appended.recorded());
        });
    }

    private @Nullable SelfTest test(DeviceId device, Control control) {
        String selfTest = control.selfTest();
        if (selfTest != null) {
            return devices.test(device, selfTest, journal);
        }
        return control.code() == ControlCode.SELFTEST ? devices.beginTest(device) : null;
    }

    private void answerWhenDurable(Incoming message, DeviceId device, CompletionStage<Answered> answer) {
        String responseTopic = Topics.responseTopic(device, message.responseTopic());
        answer.whenComplete((answered, failure) -> {
            if (failure != null) {
                // Not the message's fault: it comes again, and is never given up.
                message.delivery().failed("journalling a scan of " + device.key(), failure);
                return;
            }
            List<Outgoing> answers = new ArrayList<>(2);
            answers.add(new Outgoing(Topics.verdict(device), answered.json(), false, message.correlationData()));
            if (responseTopic != null) {
                answers.add(new Outgoing(responseTopic, answered.json(), false, message.correlationData()));
            }
            message.delivery().answer(answers);
        });
    }

    /** What cannot be taken is answered on the rejected topic; what fails by our fault comes again once, then is told too. */
    private void guarded(Incoming message, Step step) {
        try {
            step.run();
        } catch (NoScan e) {
            message.delivery().answer(List.of(rejections.reject(message, e.reason())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (!message.delivery().isRetry() && poison.isSecondTime(message)) {
                log.error("A message on {} failed twice and is set aside", message.topic(), e);
                setAside(message, "processing failed: " + e);
            } else {
                message.delivery().failed("dealing with a message on " + message.topic(), e);
            }
        }
    }

    /** On disk first, as a scan is; where the disk does not take it, the site's rejected topic still tells of it. */
    private void setAside(Incoming message, String reason) {
        letters.put(Letters.of(message, reason)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                log.error("A message on {} could not be set aside and is lost", message.topic(), failure);
            }
            message.delivery().answer(List.of(rejections.reject(message, reason)));
        });
    }

    private static List<Code> joined(List<Code> given, List<Code> read) {
        List<Code> all = new ArrayList<>(given);
        all.addAll(read);
        return all.size() > Limits.CODES ? all.subList(0, Limits.CODES) : all;
    }

    private static long elapsedMicros(Incoming message) {
        return (System.nanoTime() - message.arrivedNanos()) / 1_000;
    }

    private interface Step {
        void run() throws NoScan;
    }
}
