package org.quaymark.edge.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The devices that may come to the embedded broker: a line each, {@code user:dock/device:hash}; empty lines and those that
 * begin with {@code #} count for nothing. Immutable; the file is read at the start.
 */
public final class Users {
    private static final Pattern LINE =
            Pattern.compile("([A-Za-z0-9_.-]{1,64}):([A-Za-z0-9_-]{1,64}/[A-Za-z0-9_-]{1,64}):(\\S+)");
    private static final int MOST = 10_000;

    private final Map<String, User> users;

    private Users(Map<String, User> users) {
        this.users = users;
    }

    /**
     * A device that may come.
     *
     * @param device {@code dock/device}: it speaks and hears under that alone
     */
    record User(String device, PasswordHash password) {}

    /** @throws IllegalArgumentException where it cannot be read, or a line is none; names the line's number */
    static Users read(Path file) {
        Map<String, User> users = new HashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IllegalArgumentException(file + ", line " + number + " is not user:dock/device:hash");
            }
            try {
                users.put(parts.group(1), new User(parts.group(2), PasswordHash.parse(parts.group(3))));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        if (users.size() > MOST) {
            throw new IllegalArgumentException(file + " has more than " + MOST + " users");
        }
        return new Users(Map.copyOf(users));
    }

    /** Adds a user to a file, or gives the one of that name another password; returns the password, which nothing keeps. */
    public static String put(Path file, String user, String device) throws IOException {
        String password = PasswordHash.newPassword();
        String line = user + ":" + device + ":" + PasswordHash.of(password);
        if (!LINE.matcher(line).matches()) {
            throw new IllegalArgumentException("a device is dock/device, its user 1 to 64 letters, digits, _ . and -");
        }
        List<String> kept = new ArrayList<>();
        if (Files.exists(file)) {
            lines(file).stream().filter(one -> !one.startsWith(user + ":")).forEach(kept::add);
        }
        kept.add(line);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, kept, StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** The user with that password, null where there is none. */
    @Nullable
    User find(@Nullable String name, @Nullable String password) {
        User user = name == null ? null : users.get(name);
        return user != null && password != null && user.password().matches(password) ? user : null;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
