package org.quaymark.hub.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** Of an edge as stored: what its requests are checked with. Enrolment writes it. */
@MappedEntity("edge")
record EdgeKeyRow(@Id String id, String status, String publicKey) {}
