package org.quaymark.hub.console;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.quaymark.hub.http.Call;
import org.quaymark.hub.http.Problem;

/** A form as a browser posts it. */
final class Form {
    private static final int MAX_FIELDS = 30;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** The form in a call's body. */
    static Form of(Call call) {
        try {
            String body = new String(call.body(), StandardCharsets.UTF_8);
            return new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MAX_FIELDS).parameters());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The form cannot be read.");
        }
    }

    /**
     * The form, where it comes from a page of this session.
     *
     * @throws Problem 403 where it does not
     */
    static Form ofSession(Call call) {
        Form form = of(call);
        byte[] expected = Pages.token(call.context()).getBytes(StandardCharsets.UTF_8);
        byte[] given = form.value("token").getBytes(StandardCharsets.UTF_8);
        if (expected.length == 0 || !MessageDigest.isEqual(expected, given)) {
            throw Problem.forbidden("The form does not come from a page of this session.");
        }
        return form;
    }

    /** A field; empty where it is missing. */
    String value(String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }
}
