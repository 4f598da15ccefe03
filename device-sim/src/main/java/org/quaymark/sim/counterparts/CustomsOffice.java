package org.quaymark.sim.counterparts;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides every case it is told of, once, and tells the hub until the hub has it. */
final class CustomsOffice {
    private static final Logger LOG = LoggerFactory.getLogger(CustomsOffice.class);
    private static final String OPENED = "org.quaymark.case.opened";
    private static final int MAX_UNANSWERED = 10_000;
    private static final int MAX_TRIES = 20;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LAST_PAUSE_MILLIS = 15_000;
    private static final long TIMEOUT_MILLIS = 10_000;

    private final Vertx vertx;
    private final WebClient client;
    private final String responses;
    private final String key;
    private final Decide decide;
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** An office that answers the hub at that address with that bearer key. */
    CustomsOffice(Vertx vertx, WebClient client, String hub, String key, Decide decide) {
        this.vertx = vertx;
        this.client = client;
        this.responses = hub.replaceAll("/+$", "") + "/api/v1/exchange/customs/responses";
        this.key = key;
        this.decide = decide;
    }

    /** What it counts. */
    record Counts(int held, int released, int failed, int unanswered) {}

    /** Whether it can take another case: the hub is told to come again where it cannot. */
    boolean hasRoom() {
        return unanswered.get() < MAX_UNANSWERED;
    }

    void take(Alert alert) {
        if (decide == Decide.NONE || !alert.type().equals(OPENED) || !decided.add(alert.caseId())) {
            return;
        }
        unanswered.incrementAndGet();
        String decision = decide.decision(alert.caseId());
        JsonObject answer = new JsonObject()
                .put("id", "RES-" + alert.message())
                .put("case", alert.caseId())
                .put("decision", decision)
                .put("authority", "customs-de")
                .put("reference", "DEMO-" + Integer.toHexString(alert.caseId().hashCode()))
                .put("reason", decision.equals("hold") ? "goods are examined" : "goods are in order");
        send(alert, answer, 1);
    }

    Counts counts() {
        return new Counts(held.get(), released.get(), failed.get(), unanswered.get());
    }

    private void send(Alert alert, JsonObject answer, int attempt) {
        client.postAbs(responses)
                .timeout(TIMEOUT_MILLIS)
                .bearerTokenAuthentication(key)
                .sendJsonObject(answer)
                .onComplete(
                        response -> {
                            int status = response.statusCode();
                            if (status >= 200 && status < 300) {
                                boolean hold = "hold".equals(answer.getString("decision"));
                                (hold ? held : released).incrementAndGet();
                                unanswered.decrementAndGet();
                            } else if (status >= 500 || status == 429 || status == 404) {
                                again(alert, answer, attempt, "status " + status);
                            } else {
                                giveUp(alert, "status " + status + " " + response.bodyAsString());
                            }
                        },
                        problem -> again(alert, answer, attempt, String.valueOf(problem.getMessage())));
    }

    private void again(Alert alert, JsonObject answer, int attempt, String why) {
        if (attempt >= MAX_TRIES) {
            giveUp(alert, why);
            return;
        }
        LOG.debug("answering case {} again: {}", alert.caseId(), why);
        long pause = Math.min(LAST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
        vertx.setTimer(pause, ignored -> send(alert, answer, attempt + 1));
    }

    private void giveUp(Alert alert, String why) {
        LOG.warn("the answer to case {} was not taken: {}", alert.caseId(), why);
        failed.incrementAndGet();
        unanswered.decrementAndGet();
    }
}
