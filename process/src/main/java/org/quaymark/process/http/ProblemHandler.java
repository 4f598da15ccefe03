package org.quaymark.process.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever a handler failed with. A bug becomes 500 with a reference that is also in the log, where the details are; nothing of the
 * exception leaves the process.
 */
public final class ProblemHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int[] OF_THE_ROUTER = {400, 404, 405, 406, 413, 414, 415, 500};

    /** Makes this the answer to every failure in the router, also to those Vert.x itself finds (no such route, method not allowed). */
    public static void mount(Router router) {
        ProblemHandler handler = new ProblemHandler();
        router.route().failureHandler(handler);
        for (int status : OF_THE_ROUTER) router.errorHandler(status, handler);
    }

    @Override
    public void handle(RoutingContext context) {
        problem(context).send(context);
    }

    private static Problem problem(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ProblemException known) return known.problem();
        int status = failure instanceof HttpException http ? http.getStatusCode() : context.statusCode();
        if (status >= 400 && status < 500) return Problem.of(status, null);
        if (status > 500 && status < 600 && (failure == null || failure instanceof HttpException))
            return Problem.of(status, null);
        String reference = UUID.randomUUID().toString();
        LOG.error(
                "{} {} failed, reference {}",
                context.request().method(),
                context.normalizedPath().replaceAll("\\p{Cntrl}", "?"),
                reference,
                failure);
        return Problem.of(500, "Reference " + reference).with("reference", reference);
    }
}
