package org.quaymark.hub.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.quaymark.hub.http.Answer;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.Handler;
import org.quaymark.hub.http.Problem;
import org.quaymark.hub.identity.Caller;

/** A page for people who are logged in; who is not comes to the login page, and what goes wrong is a page too. */
final class Page implements Handler {
    private final Pages pages;
    private final Content content;

    Page(Pages pages, Content content) {
        this.pages = pages;
        this.content = content;
    }

    /** Answers a person. */
    @FunctionalInterface
    interface Content {
        /** Answers it. */
        Answer answer(Call call, Caller.Person person);
    }

    @Override
    public Answer answer(Call call) {
        if (!(call.anyCaller() instanceof Caller.Person person)) {
            if ("XMLHttpRequest".equals(call.header("X-Requested-With"))
                    || call.context().normalizedPath().endsWith("/rows")) {
                throw Problem.unauthenticated("The session is over.");
            }
            return Answer.seeOther(
                    "/login?next=" + URLEncoder.encode(call.context().request().uri(), StandardCharsets.UTF_8));
        }
        try {
            return content.answer(call, person);
        } catch (Problem problem) {
            return error(call, problem);
        }
    }

    private Answer error(Call call, Problem problem) {
        Frame frame = pages.frame(call, "");
        return Answer.html(
                problem.status(),
                pages.render("error.jte", Map.of("f", frame, "status", problem.status(), "detail", problem.detail())));
    }
}
