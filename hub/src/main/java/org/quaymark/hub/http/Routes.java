package org.quaymark.hub.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;

/**
 * Where a module adds its routes. Paths are Vert.x Web's ({@code /cases/:id}). Every handler runs on a worker thread, after
 * the caller was looked up; whether the caller may is the handler's to ask ({@link Call#require}).
 */
public final class Routes {
    /** The largest body that is read into memory unless a route says otherwise. */
    public static final long BODY_LIMIT = 1024 * 1024;

    private static final int PARAMETERS_LAST = 1_000_000;

    private final Router router;
    private final Dispatcher dispatcher;
    private final List<Mounted> mounted;

    Routes(Router router, Dispatcher dispatcher, List<Mounted> mounted) {
        this.router = router;
        this.dispatcher = dispatcher;
        this.mounted = mounted;
    }

    /** A route, as the API's description must have it. */
    record Mounted(String method, String path) {}

    /** Answers GET. */
    public void get(String path, Handler handler) {
        add(HttpMethod.GET, path, BODY_LIMIT, handler);
    }

    /** Answers POST. */
    public void post(String path, Handler handler) {
        add(HttpMethod.POST, path, BODY_LIMIT, handler);
    }

    /** Answers PUT. */
    public void put(String path, Handler handler) {
        add(HttpMethod.PUT, path, BODY_LIMIT, handler);
    }

    /** Answers DELETE. */
    public void delete(String path, Handler handler) {
        add(HttpMethod.DELETE, path, BODY_LIMIT, handler);
    }

    /** Answers a method, with a limit of its own for the body in bytes: more is 413. */
    public void add(HttpMethod method, String path, long bodyLimit, Handler handler) {
        mounted.add(new Mounted(method.name(), path));
        at(method, path).handler(context -> dispatcher.buffered(context, bodyLimit, handler));
    }

    /** Answers POST with a handler that reads the body as it comes, from {@link BodyInput}. */
    public void postStreamed(String path, StreamedHandler handler) {
        mounted.add(new Mounted("POST", path));
        at(HttpMethod.POST, path).handler(context -> dispatcher.streamed(context, handler));
    }

    /** Hands a GET over, after its caller was looked up. */
    public void stream(String path, StreamHandler handler) {
        mounted.add(new Mounted("GET", path));
        at(HttpMethod.GET, path).handler(context -> dispatcher.stream(context, handler));
    }

    /** Answers a GET that may wait. */
    public void poll(String path, LongPoll poll) {
        mounted.add(new Mounted("GET", path));
        at(HttpMethod.GET, path).handler(context -> dispatcher.poll(context, poll));
    }

    /** A route; those without a parameter in their path go before those with one, whatever module came first. */
    private Route at(HttpMethod method, String path) {
        return router.route(method, path).order(mounted.size() + (path.contains(":") ? PARAMETERS_LAST : 0));
    }

    /** Vert.x' own router, for static files and the like: nothing is looked up for what is added here. */
    public Router router() {
        return router;
    }

    /** Answers a request whose body is read as it comes, on a worker thread. */
    @FunctionalInterface
    public interface StreamedHandler {
        /** Answers it. */
        Answer answer(Call call, BodyInput body) throws Exception;
    }
}
