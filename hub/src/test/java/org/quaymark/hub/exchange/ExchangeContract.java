package org.quaymark.hub.exchange;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.hub.casework.CaseAction;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseFilter;
import org.quaymark.hub.casework.CaseStatus;
import org.quaymark.hub.casework.Cases;
import org.quaymark.hub.casework.Casework;
import org.quaymark.hub.casework.Suspicions;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.storage.Database;

abstract class ExchangeContract extends OnBothDatabases {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    Hub hub;
    Receiver receiver;
    ManualClock clock;
    DeliverySender sender;

    @BeforeEach
    void openParts() throws Exception {
        hub = openHub();
        receiver = new Receiver();
        clock = new ManualClock();
        sender = new DeliverySender(
                hub.part(Database.class),
                hub.part(Deliveries.class),
                hub.part(Endpoints.class),
                hub.part(WebhookClient.class),
                hub.part(Outbox.class),
                hub.part(Vertx.class),
                clock);
    }

    @AfterEach
    void closeParts() {
        receiver.close();
        sender.stop();
    }

    @Test
    void anOpenedCaseIsSentSignedToEveryEnabledEndpoint() throws Exception {
        endpoint("customs", receiver.url("/customs"), true, true);
        endpoint("off", receiver.url("/off"), true, false);
        open(1);
        run();
        Receiver.Received got = receiver.only();
        assertEquals("/customs", got.path());
        assertTrue(got.header("content-type").startsWith("application/cloudevents+json"));
        String id = got.header("webhook-id");
        long timestamp = Long.parseLong(got.header("webhook-timestamp"));
        assertEquals(
                WebhookSignature.header(List.of(SECRET), id, timestamp, got.body()), got.header("webhook-signature"));
        assertEquals(DeliveryState.DELIVERED, delivery().state());
    }

    @Test
    void whatFailsIsTriedAgainAsTheSpecificationSays() throws Exception {
        endpoint("customs", receiver.url("/"), true, true);
        receiver.answer(500);
        open(1);
        run();
        assertEquals(1, receiver.count());
        run();
        assertEquals(1, receiver.count(), "not before its time");
        clock.pass(Duration.ofSeconds(6));
        run();
        assertEquals(2, receiver.count());
        for (Duration wait : List.of(
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24))) {
            clock.pass(wait.minusSeconds(1));
            run();
            int before = receiver.count();
            clock.pass(wait.dividedBy(10).plusSeconds(2));
            run();
            assertEquals(before + 1, receiver.count(), wait.toString());
        }
        assertEquals(DeliveryState.FAILED, delivery().state());
        assertEquals(10, hub.part(Deliveries.class).attempts(delivery().id()).size());
        clock.pass(Duration.ofDays(10));
        run();
        assertEquals(10, receiver.count());
    }

    @Test
    void anEndpointThatIsGoneIsNotCalledAgain() throws Exception {
        endpoint("customs", receiver.url("/"), true, true);
        receiver.answer(410);
        open(1);
        run();
        open(2);
        clock.pass(Duration.ofDays(1));
        run();
        assertEquals(1, receiver.count());
        Endpoint endpoint = hub.part(Endpoints.class).all().get(0);
        assertFalse(endpoint.enabled());
        assertNotNull(endpoint.disabledFor());
    }

    @Test
    void callsNoPrivateAddressUnlessTheEndpointMayBeThere() throws Exception {
        endpoint("customs", receiver.url("/"), false, true);
        open(1);
        run();
        assertEquals(0, receiver.count());
        AttemptRow attempt =
                hub.part(Deliveries.class).attempts(delivery().id()).get(0);
        assertNull(attempt.status());
        assertTrue(String.valueOf(attempt.error()).contains("not on the public internet"), attempt.error());
    }

    @Test
    void followsNoRedirect() throws Exception {
        endpoint("customs", receiver.url("/"), true, true);
        receiver.answer(302);
        open(1);
        run();
        assertEquals(1, receiver.count());
        assertEquals(DeliveryState.WAITING, delivery().state());
    }

    @Test
    void anAnswerWithoutEndIsCutOff() throws Exception {
        endpoint("customs", receiver.url("/"), true, true);
        receiver.answerBytes(5_000_000);
        open(1);
        run();
        assertEquals(DeliveryState.DELIVERED, delivery().state());
    }

    @Test
    void aLeaseThatRanOutIsTakenUpByAnother() {
        endpoint("customs", receiver.url("/"), true, true);
        open(1);
        Deliveries deliveries = hub.part(Deliveries.class);
        assertEquals(
                1,
                deliveries
                        .claim(clock.instant(), Duration.ofSeconds(60), 10, List.of())
                        .size());
        assertEquals(
                0,
                deliveries
                        .claim(clock.instant(), Duration.ofSeconds(60), 10, List.of())
                        .size());
        clock.pass(Duration.ofSeconds(61));
        assertEquals(
                1,
                deliveries
                        .claim(clock.instant(), Duration.ofSeconds(60), 10, List.of())
                        .size());
    }

    @Test
    void aCustomsAnswerCountsOnce() {
        CaseFile file = open(1);
        CustomsAnswers answers = hub.part(CustomsAnswers.class);
        CustomsAnswers.CustomsAnswer hold = answer("a1", file.id(), CaseAction.DETAIN);
        assertTrue(answers.take(hold));
        assertFalse(answers.take(hold));
        assertEquals(1, hub.part(Cases.class).steps(file.id()).size());
        assertEquals(
                409,
                assertThrows(Problem.class, () -> answers.take(answer("a1", file.id(), CaseAction.RELEASE)))
                        .status());
        assertTrue(answers.take(answer("a2", file.id(), CaseAction.RELEASE)));
        CaseFile released = hub.part(Cases.class).find(file.id());
        assertEquals(CaseStatus.RELEASED, released == null ? null : released.status());
        Problem late = assertThrows(Problem.class, () -> answers.take(answer("a3", file.id(), CaseAction.DETAIN)));
        assertEquals(409, late.status());
        Problem unknown = assertThrows(Problem.class, () -> answers.take(answer("a4", "nope", CaseAction.DETAIN)));
        assertEquals(404, unknown.status());
    }

    @Test
    void aDecisionIsSentToo() throws Exception {
        endpoint("customs", receiver.url("/"), true, true);
        CaseFile file = open(1);
        hub.part(CustomsAnswers.class).take(answer("a1", file.id(), CaseAction.RELEASE));
        run();
        assertEquals(2, receiver.count());
        assertEquals(2, hub.part(Cases.class).sent(file.id()).size());
        assertNull(hub.part(Deliveries.class).find("nope"));
    }

    private static CustomsAnswers.CustomsAnswer answer(String id, String caseId, CaseAction decision) {
        return new CustomsAnswers.CustomsAnswer(id, caseId, decision, "customs-de", "ref-7", "looked at");
    }

    private CaseFile open(long sequence) {
        hub.part(Casework.class).suspect(Suspicions.unissued(sequence, "PARCEL-" + sequence, "S" + sequence));
        return hub.part(Cases.class).list(CaseFilter.newest(1)).get(0);
    }

    private void endpoint(String id, String url, boolean allowPrivate, boolean enabled) {
        Endpoint endpoint = new Endpoint(
                id,
                EndpointKind.CUSTOMS,
                java.net.URI.create(url),
                List.of(new Endpoint.Secret(SECRET, null)),
                allowPrivate,
                enabled,
                null);
        hub.part(Database.class)
                .transact(connection -> hub.part(Endpoints.class).put(EndpointRow.of(endpoint, clock.instant())));
    }

    private void run() throws Exception {
        for (Future<?> sending : sender.sendDue()) {
            sending.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
        await().until(() -> sender.isIdle());
    }

    private Delivery delivery() {
        return hub.part(Deliveries.class)
                .list(new Deliveries.Filter(null, null, null, null, 10))
                .get(0);
    }

    /** A clock that stands until it is moved; it starts a minute from now, after everything that was written. */
    static final class ManualClock extends Clock {
        private volatile Instant now = Instant.now().plusSeconds(60);

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
