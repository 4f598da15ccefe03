package org.quaymark.hub.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.quaymark.hub.storage.Database;

/** The people who may log in. */
@Singleton
public final class People {
    private final Database database;
    private final PersonRows people;
    private final SessionRows sessions;
    private final Clock clock;

    People(Database database, PersonRows people, SessionRows sessions, Clock clock) {
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a new person is given, once. */
    public record Credentials(String password, String totpSecret) {
        /** What an authenticator app takes as a QR code. */
        public String otpauthUri(String name) {
            return "otpauth://totp/Quaymark:" + name + "?secret=" + totpSecret + "&issuer=Quaymark";
        }

        /** The one-time password of now, for programs that log in. */
        public String totpAt(java.time.Instant at) {
            return Totp.passwordAt(totpSecret, at);
        }

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /**
     * Makes a person, or gives the one of that name new roles, a new password and a new secret, and ends all of its sessions.
     */
    public Credentials create(String name, Set<Role> roles) {
        if (!name.matches("[A-Za-z0-9._@-]{1,64}") || roles.isEmpty()) {
            throw new IllegalArgumentException("a person has a name of letters, digits and ._@- and at least one role");
        }
        Credentials credentials = new Credentials(Secrets.token().substring(0, 20), Totp.newSecret());
        String hash = Passwords.hash(credentials.password());
        String list = roles.stream().map(Role::wireName).sorted().collect(Collectors.joining(","));
        PersonRow person = new PersonRow(name, hash, credentials.totpSecret(), 0, list, clock.instant(), null);
        database.transact(connection -> {
            sessions.deleteByPerson(name);
            people.put(person);
        });
        return credentials;
    }
}
