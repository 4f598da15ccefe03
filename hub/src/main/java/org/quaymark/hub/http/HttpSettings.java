package org.quaymark.hub.http;

import java.util.List;

/**
 * What a hub process grants its callers. Each may take ten seconds' worth at once.
 *
 * @param callerRate requests a second of an edge, a system or a session
 * @param callerBytes bytes a second of bodies of one of these
 * @param strangerRate requests a second from one address for which nothing has been proved
 * @param addresses which proxies are believed about where a request comes from
 */
public record HttpSettings(int callerRate, long callerBytes, int strangerRate, ClientAddresses addresses) {
    public static final String DEFAULT_CALLER_RATE = "500";
    public static final String DEFAULT_CALLER_BYTES = "64MiB";
    public static final String DEFAULT_STRANGER_RATE = "50";

    /** The standard ones; no proxy is trusted. */
    public static HttpSettings standard() {
        return new HttpSettings(
                Integer.parseInt(DEFAULT_CALLER_RATE),
                64L * 1024 * 1024,
                Integer.parseInt(DEFAULT_STRANGER_RATE),
                ClientAddresses.trusting(List.of()));
    }
}
