package org.quaymark.hub.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who is told about cases outside the hub. The exchange is; a case's own transaction carries what is to be told. */
public interface CaseMessages {
    /** A case was opened by this sighting. */
    void opened(Connection connection, CaseFile file, Suspicion by) throws SQLException;

    /** A case took a step that those outside should hear of, or not: the exchange knows. */
    void stepped(Connection connection, CaseFile file, CaseStep step) throws SQLException;

    /** What was sent for a case. */
    List<Sent> of(Connection connection, String caseId) throws SQLException;

    /** A message and its fate: {@code waiting}, {@code delivered}, {@code failed}. */
    record Sent(String id, String endpoint, String state) {}
}
