-- Every case event is numbered under this head, so that all hub processes stream the same.
INSERT INTO head (name, sequence, hash) VALUES ('cases', 0, ${zeros});

-- gather: what the sightings of a case have in common; gathers is 1 as long as further ones join this case.
CREATE TABLE case_file (
    id           TEXT PRIMARY KEY,
    gather       TEXT NOT NULL,
    gathers      INTEGER NOT NULL,
    status       TEXT NOT NULL,
    opened       BIGINT NOT NULL,
    updated      BIGINT NOT NULL,
    priority     INTEGER NOT NULL,
    parcel       TEXT,
    gtin         TEXT,
    lot          TEXT,
    serial       TEXT,
    consignor    TEXT,
    site         TEXT NOT NULL,
    dock         TEXT NOT NULL,
    verdict      TEXT NOT NULL,
    findings     TEXT NOT NULL,
    sightings    INTEGER NOT NULL,
    interception TEXT
);
CREATE UNIQUE INDEX case_file_gathering ON case_file (gather) WHERE gathers = 1;
CREATE INDEX case_file_newest ON case_file (opened, id);
CREATE INDEX case_file_status ON case_file (status, opened, id);
CREATE INDEX case_file_parcel ON case_file (parcel);
CREATE INDEX case_file_unit ON case_file (gtin, serial);

-- A journal entry joins a case once.
CREATE TABLE case_sighting (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    case_id    TEXT NOT NULL,
    scan       TEXT NOT NULL,
    site       TEXT NOT NULL,
    dock       TEXT NOT NULL,
    device     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    verdict    TEXT NOT NULL,
    findings   TEXT NOT NULL,
    PRIMARY KEY (edge, generation, sequence)
);
CREATE INDEX case_sighting_of ON case_sighting (case_id, at);
CREATE INDEX case_sighting_scan ON case_sighting (scan);

CREATE TABLE case_action (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL,
    action      TEXT NOT NULL,
    actor       TEXT NOT NULL,
    at          BIGINT NOT NULL,
    reason      TEXT,
    detail      TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status   TEXT NOT NULL
);
CREATE INDEX case_action_of ON case_action (case_id, at, id);

CREATE TABLE case_event (
    sequence BIGINT PRIMARY KEY,
    case_id  TEXT NOT NULL,
    at       BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    item     TEXT NOT NULL
);

-- What detection could not take in: the stream goes on, and somebody sees it.
CREATE TABLE detection_failure (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (edge, generation, sequence)
);
