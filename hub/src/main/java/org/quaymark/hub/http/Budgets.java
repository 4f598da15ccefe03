package org.quaymark.hub.http;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.identity.OneTimeCodes;
import org.quaymark.hub.identity.Sessions;
import org.quaymark.inspection.log.RequestSignature;

/**
 * Who may ask how much: a bucket for each caller. Looked at before anything else of a request, so that too much costs next to
 * nothing: no body is read, no signature checked, no thread taken.
 *
 * <p>Who a caller is, is not proved yet then. What a request claims (an edge's id, a key, a session) counts only where the
 * same was proved from the same address before; everything else is the address's. So nobody uses up another's bucket from
 * elsewhere, and guessing is counted by address. Both memories hold {@value #MAX} entries; the longest unused go first.
 */
@Singleton
final class Budgets {
    private static final int MAX = 20_000;
    private static final int BURST_SECONDS = 10;

    private final HttpSettings settings;
    private final Map<String, Budget> budgets = bounded();
    private final Map<String, Boolean> proved = bounded();

    Budgets(HttpSettings settings) {
        this.settings = settings;
    }

    /** What one caller may take. */
    record Budget(Bucket requests, Bucket bytes) {
        Duration take() {
            // a body counts when it has come, and the next request waits for it
            long wait = bytes.getAvailableTokens() > 0
                    ? requests.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill()
                    : bytes.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            return Duration.ofNanos(wait);
        }
    }

    /**
     * A request that came.
     *
     * @param claim what it says who it is, as a hash; null where it says nothing
     * @param delay zero where it may go on
     */
    record Arrival(String address, @Nullable String claim, Budget budget, Duration delay) {
        void spent(long bodyBytes) {
            if (bodyBytes > 0) {
                budget.bytes().consumeIgnoringRateLimits(bodyBytes);
            }
        }

        private String key() {
            return address + " " + claim;
        }
    }

    Arrival arrived(HttpServerRequest request) {
        String address = settings.addresses().of(request);
        @Nullable String claim = claim(request);
        boolean known = claim != null && proved.get(address + " " + claim) != null;
        Budget budget = budgets.computeIfAbsent(
                known ? String.valueOf(claim) : address,
                key -> budget(known ? settings.callerRate() : settings.strangerRate()));
        return new Arrival(address, claim, budget, budget.take());
    }

    /** What it claims holds: from now on it counts for itself. */
    void holds(Arrival arrival) {
        if (arrival.claim() != null) {
            proved.put(arrival.key(), true);
        }
    }

    /** What it claims does not hold any more: a session that ended, a key that was revoked, an edge that was suspended. */
    void fails(Arrival arrival) {
        proved.remove(arrival.key());
    }

    private Budget budget(int rate) {
        return new Budget(bucket(rate), bucket(settings.callerBytes()));
    }

    private static Bucket bucket(long perSecond) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perSecond * BURST_SECONDS).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static @Nullable String claim(HttpServerRequest request) {
        @Nullable String input = request.getHeader("Signature-Input");
        if (input != null) {
            return OneTimeCodes.hash("edge " + claimedEdge(input));
        }
        @Nullable String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return OneTimeCodes.hash("key " + authorization);
        }
        @Nullable Cookie cookie = request.getCookie(Sessions.COOKIE);
        return cookie == null ? null : OneTimeCodes.hash("session " + cookie.getValue());
    }

    private static String claimedEdge(String signatureInput) {
        RequestSignature.@Nullable Claim claim = RequestSignature.claim(signatureInput);
        return claim == null ? "" : claim.keyId();
    }

    private static <V> Map<String, V> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MAX;
            }
        });
    }
}
