package org.quaymark.hub.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from. What {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239) says is believed as far as trusted
 * proxies say it: from the last hop back to the first that is none of them. A request that has both headers has one its
 * client made up: it counts as the proxy's own.
 */
public final class ClientAddresses {
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=(\"[^\"]*\"|[^;,\\s]*)");
    private static final int MAX_HOPS = 20;

    private final List<IpSubnetFilterRule> trusted;

    private ClientAddresses(List<IpSubnetFilterRule> trusted) {
        this.trusted = trusted;
    }

    /**
     * Trusts proxies in these networks.
     *
     * @param networks addresses, or networks as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException where one is neither
     */
    public static ClientAddresses trusting(List<String> networks) {
        List<IpSubnetFilterRule> rules = new ArrayList<>();
        for (String network : networks) {
            String[] parts = network.strip().split("/", 2);
            InetAddress address = parse(parts[0]);
            if (address == null) {
                throw new IllegalArgumentException(network + " is no address and no network such as 10.0.0.0/8");
            }
            int most = address.getAddress().length * 8;
            try {
                int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
                if (bits < 0 || bits > most) {
                    throw new IllegalArgumentException(network + ": the prefix has 0 to " + most + " bits");
                }
                rules.add(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(network + " is no network such as 10.0.0.0/8", e);
            }
        }
        return new ClientAddresses(List.copyOf(rules));
    }

    /** Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 address. */
    public String of(HttpServerRequest request) {
        String connected = request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
        return of(
                connected,
                request.headers().getAll("X-Forwarded-For"),
                request.headers().getAll("Forwarded"));
    }

    String of(String connected, List<String> forwardedFor, List<String> forwarded) {
        InetAddress address = parse(connected);
        if (address == null) {
            return "?";
        }
        List<String> hops =
                forwardedFor.isEmpty() ? hops(forwarded) : forwarded.isEmpty() ? split(forwardedFor) : List.of();
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MAX_HOPS) && isTrusted(address); i--) {
            InetAddress before = parse(bare(hops.get(i)));
            if (before == null) {
                break;
            }
            address = before;
        }
        return counted(address);
    }

    private boolean isTrusted(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static List<String> split(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }

    private static List<String> hops(List<String> headers) {
        List<String> hops = new ArrayList<>();
        for (String element : split(headers)) {
            Matcher found = FOR.matcher(element);
            hops.add(found.find() ? found.group(1) : "");
        }
        return hops;
    }

    /** Without quotes, brackets and port. */
    private static String bare(String hop) {
        String text = hop.replace("\"", "").strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? "" : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static @Nullable InetAddress parse(String text) {
        int zone = text.indexOf('%');
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String counted(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, 8, 16, (byte) 0);
        try {
            return NetUtil.toAddressString(InetAddress.getByAddress(bytes)) + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
