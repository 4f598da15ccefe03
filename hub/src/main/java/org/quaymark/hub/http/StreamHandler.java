package org.quaymark.hub.http;

/** Takes a request over on its event loop once its caller is known: server-sent events, long polls. It must not block. */
@FunctionalInterface
public interface StreamHandler {
    /** Takes it over. {@code call.context().response()} is its to write and to end. */
    void take(Call call);
}
