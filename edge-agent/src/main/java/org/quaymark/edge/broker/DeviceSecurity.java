package org.quaymark.edge.broker;

import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * A device publishes under its own topics and hears what is said to it; the edge does everything. The same rules as
 * {@code docker/mosquitto/acl.example}. Artemis writes topics with dots.
 */
final class DeviceSecurity implements ActiveMQSecurityManager5 {
    private static final List<String> SAID = List.of("scan", "image", "status");
    private static final String EDGE = "";

    private final BrokerAccess access;
    private final Users users;

    DeviceSecurity(BrokerAccess access, Users users) {
        this.access = access;
        this.users = users;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, String domain) {
        if (access.isOwn(user, password)) {
            return subject(EDGE);
        }
        Users.User found = users.find(user, password);
        return found == null ? null : subject(found.device());
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType type, String address) {
        String device = subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .findFirst()
                .orElse(null);
        if (device == null) {
            return false;
        }
        if (device.equals(EDGE)) {
            return true;
        }
        String own = "quaymark.v1." + access.site() + "." + device.replace('/', '.') + ".";
        int queue = address.indexOf("::");
        String topic = queue < 0 ? address : address.substring(0, queue);
        if (!topic.startsWith(own)) {
            return false;
        }
        return type != CheckType.SEND || SAID.contains(topic.substring(own.length()));
    }

    private static Subject subject(String device) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(device));
        return subject;
    }

    @Override
    public boolean validateUser(String user, String password) {
        return access.isOwn(user, password) || users.find(user, password) != null;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType type) {
        // Without the address nothing can be said; Artemis asks authorize().
        return false;
    }
}
