package org.quaymark.hub.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.casework.CaseFile;
import org.quaymark.hub.casework.CaseKind;
import org.quaymark.hub.casework.CaseMessages;
import org.quaymark.hub.casework.CaseStep;
import org.quaymark.hub.casework.Suspicion;
import org.quaymark.hub.storage.Database;
import org.quaymark.hub.storage.Ids;
import org.quaymark.process.json.Json;

/** Writes what is to be sent in the transaction it is about: one message per enabled endpoint. */
@Singleton
final class Outbox implements CaseMessages {
    private final Database database;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final SubjectRows subjects;
    private final Ids ids;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Outbox(Database database, Endpoints endpoints, Deliveries deliveries, SubjectRows subjects, Ids ids) {
        this.database = database;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.subjects = subjects;
        this.ids = ids;
    }

    /** Has a listener called once there is something to send. It must not block. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void opened(Connection connection, CaseFile file, Suspicion by) {
        AlertSubject subject = new AlertSubject(
                file.id(), by.at(), by.site(), by.dock(), by.parcel(), by.gtin(), by.lot(), by.serial(), by.findings());
        subjects.insert(new SubjectRow(file.id(), write(subject)));
        send(subject, Moment.OPENED, file.opened(), file.kind());
    }

    @Override
    public void stepped(Connection connection, CaseFile file, CaseStep step) {
        Moment moment = momentOf(step);
        if (moment == null) {
            return;
        }
        subjects.findById(file.id()).ifPresent(row -> send(read(row.subject()), moment, step.at(), file.kind()));
    }

    @Override
    public List<Sent> of(Connection connection, String caseId) throws SQLException {
        return deliveries.ofCase(connection, caseId);
    }

    private static @Nullable Moment momentOf(CaseStep step) {
        if (step.from() == step.to()) {
            return null;
        }
        return switch (step.to()) {
            case INFRINGEMENT_CONFIRMED -> Moment.CONFIRMED;
            case RELEASED, GENUINE, REINSTATED, REGISTRY_GAP -> Moment.CLEARED;
            case SCANNER_FAULT -> Moment.MISREAD;
            case DESTROYED -> Moment.DESTROYED;
            case NEW, ASSIGNED, DETAINED, INFORMATION_REQUESTED, REFERRED, MERGED -> null;
        };
    }

    private void send(AlertSubject subject, Moment moment, Instant at, CaseKind kind) {
        List<EndpointRow> to = endpoints.findByEnabledOrderById(1).stream()
                .filter(endpoint -> isFor(kind, endpoint))
                .toList();
        if (to.isEmpty()) {
            return;
        }
        String body = Alert.of(subject, moment, at);
        for (EndpointRow endpoint : to) {
            deliveries.insert(ids.next(), endpoint.id(), subject.caseId(), moment, body, at);
        }
        database.afterCommit(() -> listeners.forEach(Runnable::run));
    }

    /** A gap of the registry is the right holder's business, and nobody's goods are accused by it. */
    private static boolean isFor(CaseKind kind, EndpointRow endpoint) {
        return switch (kind) {
            case GOODS -> true;
            case REGISTRY_GAP -> endpoint.kind() == EndpointKind.RIGHTS_HOLDER;
        };
    }

    private static String write(AlertSubject subject) {
        try {
            return Json.STRICT.writeValueAsString(subject);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing the subject of case " + subject.caseId(), e);
        }
    }

    private static AlertSubject read(String json) {
        try {
            return Json.LENIENT.readValue(json, AlertSubject.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a case's alert subject is not readable", e);
        }
    }
}
