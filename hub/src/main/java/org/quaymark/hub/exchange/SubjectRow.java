package org.quaymark.hub.exchange;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * What the alerts of a case are about.
 *
 * @param subject JSON
 */
@MappedEntity("exchange_subject")
record SubjectRow(@Id String caseId, String subject) {}
