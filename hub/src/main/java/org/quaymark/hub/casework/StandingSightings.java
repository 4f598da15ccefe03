package org.quaymark.hub.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.hub.storage.Sql;
import org.quaymark.inspection.decision.Effect;
import org.quaymark.inspection.decision.Finding;
import org.quaymark.inspection.decision.FindingCode;
import org.quaymark.process.json.Json;

/** Whether anything still speaks for a case: sightings that are suspicious by the last verdict given on them. */
@Singleton
final class StandingSightings {
    /** A case with more is left to people. */
    private static final int MOST = 1_000;

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private record Sighting(
            String verdict, String findings, @Nullable String again) {
        boolean isSuspicious() {
            String last = again == null ? verdict : again;
            return last.equals(Effect.HOLD.name()) || last.equals(Effect.REVIEW.name());
        }
    }

    /** Whether there is one. What was held only because this case had its parcel stopped is none. */
    boolean any(Connection connection, CaseFile file) throws SQLException {
        List<Sighting> sightings = Sql.list(
                connection,
                "SELECT c.verdict, c.findings, (SELECT r.verdict FROM retro_verdict r WHERE r.edge = c.edge"
                        + " AND r.generation = c.generation AND r.scan = c.scan ORDER BY r.registry_sequence DESC LIMIT 1)"
                        + " FROM case_sighting c WHERE c.case_id = ? LIMIT ?",
                row -> new Sighting(row.getString(1), row.getString(2), row.getString(3)),
                file.id(),
                MOST + 1);
        return sightings.size() > MOST
                || sightings.stream().anyMatch(sighting -> sighting.isSuspicious() && !isOfItself(sighting, file));
    }

    private static boolean isOfItself(Sighting sighting, CaseFile file) {
        if (file.interception() == null) {
            return false;
        }
        try {
            return Json.LENIENT.readValue(sighting.findings(), FINDINGS).stream()
                    .filter(finding -> finding.effect() == Effect.REVIEW || finding.effect() == Effect.HOLD)
                    .allMatch(finding -> finding.code() == FindingCode.INTERCEPTION
                            && file.interception().equals(finding.detail().get("interception")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sighting's findings are not readable", e);
        }
    }
}
