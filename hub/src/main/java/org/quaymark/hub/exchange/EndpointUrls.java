package org.quaymark.hub.exchange;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

/** Checks the URLs of endpoints, and finds the address that is called: the one that was checked. */
final class EndpointUrls {
    private static final int MAX_LENGTH = 2_000;

    private EndpointUrls() {}

    /** A URL or an address that is not called; the message says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason, null, false, false);
        }

        /** Why. */
        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads an endpoint's URL: absolute, http or https, a host, no user information, no fragment. */
    static URI parse(String url) throws Refused {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new Refused("url is not a URL");
        }
        if (url.length() > MAX_LENGTH) {
            throw new Refused("url is longer than " + MAX_LENGTH + " characters");
        }
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new Refused("url is neither http nor https");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty() || uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new Refused("url has no host or no such port");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new Refused("url has user information or a fragment");
        }
        return uri;
    }

    /**
     * Resolves the host and gives the address to connect to. Blocks on the name service.
     *
     * @throws Refused where it is not found, or one of its addresses is not public and the endpoint is not allowed that: a
     *     name that has both kinds is trying something
     */
    static InetAddress address(URI url, boolean allowPrivate) throws Refused {
        String host = url.getHost();
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Refused("host not found: " + host);
        }
        if (!allowPrivate) {
            for (InetAddress address : addresses) {
                if (!PublicAddresses.isPublic(address)) {
                    throw new Refused(host + " is at " + address.getHostAddress()
                            + ", which is not on the public internet; set allowPrivate where that is meant");
                }
            }
        }
        return List.of(addresses).get(0);
    }

    /** As {@link #address}, for its refusal alone. */
    static void requireAddress(URI url, boolean allowPrivate) throws Refused {
        InetAddress unused = address(url, allowPrivate);
    }

    /** The port, also where the URL leaves it out. */
    static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : isTls(url) ? 443 : 80;
    }

    static boolean isTls(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Path and query. */
    static String target(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
