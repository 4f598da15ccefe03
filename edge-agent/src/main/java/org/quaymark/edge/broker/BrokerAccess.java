package org.quaymark.edge.broker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to the embedded broker and whether it speaks TLS. The edge itself comes by a door of its own on this machine, with
 * a password that is made at each start and told to nobody.
 *
 * @param users null where everybody may come
 * @param certificate PEM file, with {@code key}; null for a broker without TLS
 */
public record BrokerAccess(
        String site,
        @Nullable Users users,
        @Nullable Path certificate,
        @Nullable Path key,
        String ownPassword) {
    /** The edge's own user name, which no file can give away: it has a slash. */
    private static final String OWN_USER = "edge/own";

    /** @throws IllegalArgumentException where the users' file cannot be read */
    public static BrokerAccess of(String site, @Nullable Path users, @Nullable Path certificate, @Nullable Path key) {
        return new BrokerAccess(
                site, users == null ? null : Users.read(users), certificate, key, PasswordHash.newPassword());
    }

    /** The name the edge comes by; null where nobody is asked for one. */
    public @Nullable String ownUser() {
        return users == null ? null : OWN_USER;
    }

    boolean isOwn(@Nullable String user, @Nullable String password) {
        return OWN_USER.equals(user) && ownPassword.equals(password);
    }

    /** Whether the edge needs a door of its own: it does not check its own certificate. */
    boolean speaksTls() {
        return certificate != null;
    }

    @Override
    public String toString() {
        return "BrokerAccess[" + site + (users == null ? ", anonymous" : ", users") + (speaksTls() ? ", TLS" : "")
                + "]";
    }
}
