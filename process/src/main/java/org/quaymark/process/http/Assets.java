package org.quaymark.process.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Files of the jar under {@code /assets/}: style sheets, scripts, icons. Only what was added by name is served, from memory, so no path leads
 * anywhere else. {@link #url} names a file with its digest; asked so, it may be cached for ever.
 */
public final class Assets {
    private static final String PREFIX = "/assets/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int DIGEST_CHARS = 16;

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    private record Asset(String type, String digest, Buffer plain, Buffer gzip) {}

    /**
     * Adds a resource.
     *
     * @param name the name below {@code /assets/}, for example {@code pico.css}
     * @param owner the class beside (or from) whose jar the resource is loaded
     * @param resource the resource, as {@link Class#getResourceAsStream} takes it
     * @throws IllegalArgumentException when there is none
     */
    public Assets add(String name, Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalArgumentException("no such resource: " + resource);
            byte[] bytes = in.readAllBytes();
            byName.put(name, new Asset(type(name), digest(bytes), Buffer.buffer(bytes), Buffer.buffer(gzip(bytes))));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resource " + resource, e);
        }
    }

    /**
     * Adds a file of a webjar, whatever its version is.
     *
     * @param webjar the artifact, for example {@code picocss__pico}
     * @param path the file in it, for example {@code css/pico.min.css}
     */
    public Assets addWebjar(String name, Class<?> owner, String webjar, String path) {
        return add(name, owner, "/" + Webjars.locate(owner.getClassLoader(), webjar, path));
    }

    /** The address of an asset for a page: with its digest, so that it changes when the content does. */
    public String url(String name) {
        Asset asset = byName.get(name);
        if (asset == null) throw new IllegalArgumentException("no such asset: " + name);
        return PREFIX + name + "?v=" + asset.digest();
    }

    public void mount(Router router) {
        router.get(PREFIX + "*").handler(this::serve);
    }

    private void serve(RoutingContext context) {
        Asset asset = byName.get(context.normalizedPath().substring(PREFIX.length()));
        if (asset == null) {
            Problem.of(404, null).send(context);
            return;
        }
        HttpServerResponse response = context.response();
        MultiMap asked = context.request().headers();
        String tag = "\"" + asset.digest() + "\"";
        boolean forEver = asset.digest().equals(context.request().getParam("v"));
        response.putHeader("ETag", tag)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", forEver ? FOR_EVER : "no-cache");
        String known = asked.get("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", asset.type());
        String encodings = asked.get("Accept-Encoding");
        boolean gzip = encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
        if (gzip && asset.gzip().length() < asset.plain().length()) {
            response.putHeader("Content-Encoding", "gzip").end(asset.gzip());
        } else {
            response.end(asset.plain());
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "ico" -> "image/x-icon";
            case "woff2" -> "font/woff2";
            case "json", "webmanifest" -> "application/json";
            case "wav" -> "audio/wav";
            default -> throw new IllegalArgumentException("no content type is known for " + name);
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(sha256).substring(0, DIGEST_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
