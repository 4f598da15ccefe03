-- Instants are BIGINT microseconds since 1970, JSON is text, ids are made by the application.

-- The heads of the hub's own logs: whoever numbers an entry holds the row locked until the commit.
CREATE TABLE head (
    name     TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash     ${bytes} NOT NULL
);
INSERT INTO head (name, sequence, hash) VALUES ('registry', 0, ${zeros});
INSERT INTO head (name, sequence, hash) VALUES ('ledger', 0, ${zeros});

-- What all hub processes share: the data-set epoch, the hub's key.
CREATE TABLE shared_value (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Registry: the feed, and the current state it leads to.
CREATE TABLE registry_change (
    sequence BIGINT PRIMARY KEY,
    at       BIGINT NOT NULL,
    actor    TEXT NOT NULL,
    type     TEXT NOT NULL,
    id       TEXT NOT NULL,
    line     TEXT NOT NULL,
    chain    ${bytes} NOT NULL
);
CREATE INDEX registry_change_of ON registry_change (type, id, sequence);
CREATE TABLE registry_record (
    type     TEXT NOT NULL,
    id       TEXT NOT NULL,
    body     TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (type, id)
);
CREATE TABLE registry_unit (
    gtin     BIGINT NOT NULL,
    serial   TEXT NOT NULL,
    lot      TEXT,
    status   TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (gtin, serial)
);
-- status null: the units of the range are removed. Of overlapping ranges the one of the highest sequence counts.
CREATE TABLE registry_range (
    gtin      BIGINT NOT NULL,
    digits    INTEGER NOT NULL,
    first     BIGINT NOT NULL,
    last      BIGINT NOT NULL,
    sequence  BIGINT NOT NULL,
    lot       TEXT,
    status    TEXT,
    PRIMARY KEY (gtin, digits, first, sequence)
);

-- Ledger: leaves and the complete nodes above them (RFC 6962).
CREATE TABLE ledger_entry (
    number BIGINT PRIMARY KEY,
    body   TEXT NOT NULL
);
CREATE TABLE ledger_node (
    level  INTEGER NOT NULL,
    number BIGINT NOT NULL,
    hash   ${bytes} NOT NULL,
    PRIMARY KEY (level, number)
);

-- Identity.
CREATE TABLE api_key (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    hash       TEXT NOT NULL UNIQUE,
    scopes     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE TABLE person (
    name          TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    totp_secret   TEXT NOT NULL,
    totp_step     BIGINT NOT NULL,
    roles         TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    disabled_at   BIGINT
);
CREATE TABLE session (
    hash       TEXT PRIMARY KEY,
    person     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);
CREATE TABLE login_attempt (
    subject    TEXT PRIMARY KEY,
    failures   INTEGER NOT NULL,
    since      BIGINT NOT NULL
);
CREATE INDEX login_attempt_age ON login_attempt (since);

-- Edges. A new enrolment replaces the key and starts a new generation of the journal.
CREATE TABLE edge (
    id           TEXT PRIMARY KEY,
    site         TEXT NOT NULL,
    status       TEXT NOT NULL,
    public_key   TEXT NOT NULL,
    generation   INTEGER NOT NULL,
    enrolled_at  BIGINT NOT NULL,
    seen_at      BIGINT
);
CREATE TABLE enrolment (
    hash       TEXT PRIMARY KEY,
    edge       TEXT NOT NULL,
    site       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);

-- Journals.
CREATE TABLE journal (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    chain      ${bytes} NOT NULL,
    PRIMARY KEY (edge, generation)
);
-- kind null: the entry could not be read and is in journal_quarantine.
CREATE TABLE journal_entry (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    kind       TEXT,
    at         BIGINT NOT NULL,
    body       ${bytes} NOT NULL,
    chain      ${bytes} NOT NULL,
    PRIMARY KEY (edge, generation, sequence)
);
CREATE TABLE journal_quarantine (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    PRIMARY KEY (edge, generation, sequence)
);
-- One row a batch that was stored; detection looks at it and sets detected_at.
CREATE TABLE journal_batch (
    id          TEXT PRIMARY KEY,
    edge        TEXT NOT NULL,
    generation  INTEGER NOT NULL,
    first       BIGINT NOT NULL,
    last        BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    head_note   TEXT NOT NULL,
    detected_at BIGINT
);
CREATE INDEX journal_batch_waiting ON journal_batch (received_at) WHERE detected_at IS NULL;
CREATE TABLE sighting (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    scan       TEXT NOT NULL,
    site       TEXT NOT NULL,
    dock       TEXT NOT NULL,
    device     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    verdict    TEXT NOT NULL,
    findings   TEXT NOT NULL,
    gtin       TEXT,
    lot        TEXT,
    serial     TEXT,
    parcel     TEXT,
    consignor  TEXT,
    PRIMARY KEY (edge, generation, sequence)
);
CREATE INDEX sighting_time ON sighting (at, edge, generation, sequence);
CREATE INDEX sighting_unit ON sighting (gtin, serial, at);
CREATE INDEX sighting_parcel ON sighting (parcel, at);
CREATE INDEX sighting_scan ON sighting (scan);
CREATE TABLE device (
    site    TEXT NOT NULL,
    dock    TEXT NOT NULL,
    device  TEXT NOT NULL,
    edge    TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    state   TEXT NOT NULL,
    counts  TEXT NOT NULL,
    PRIMARY KEY (site, dock, device)
);
