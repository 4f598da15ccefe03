-- secrets: JSON array of whsec_ secrets, the newest first; more than one while one is being replaced.
CREATE TABLE exchange_endpoint (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    url           TEXT NOT NULL,
    secrets       TEXT NOT NULL,
    allow_private INTEGER NOT NULL,
    enabled       INTEGER NOT NULL,
    disabled_for  TEXT,
    updated       BIGINT NOT NULL
);

-- The outbox: written with the case, sent afterwards. message is the webhook's id, the same in every attempt.
CREATE TABLE exchange_delivery (
    id           TEXT PRIMARY KEY,
    endpoint     TEXT NOT NULL,
    case_id      TEXT NOT NULL,
    type         TEXT NOT NULL,
    body         TEXT NOT NULL,
    state        TEXT NOT NULL,
    attempts     INTEGER NOT NULL,
    created      BIGINT NOT NULL,
    updated      BIGINT NOT NULL,
    due          BIGINT NOT NULL,
    leased_until BIGINT NOT NULL
);
CREATE INDEX exchange_delivery_due ON exchange_delivery (due) WHERE state = 'waiting';
CREATE INDEX exchange_delivery_case ON exchange_delivery (case_id, created);
CREATE INDEX exchange_delivery_newest ON exchange_delivery (created, id);

CREATE TABLE exchange_attempt (
    delivery TEXT NOT NULL,
    number   INTEGER NOT NULL,
    at       BIGINT NOT NULL,
    status   INTEGER,
    error    TEXT,
    answer   TEXT,
    millis   BIGINT NOT NULL,
    PRIMARY KEY (delivery, number)
);

CREATE TABLE customs_answer (
    authority TEXT NOT NULL,
    id        TEXT NOT NULL,
    case_id   TEXT NOT NULL,
    decision  TEXT NOT NULL,
    at        BIGINT NOT NULL,
    digest    TEXT NOT NULL,
    PRIMARY KEY (authority, id)
);

-- What the alerts of a case are about: the sighting that opened it, so that later alerts name the same event.
CREATE TABLE exchange_subject (
    case_id TEXT PRIMARY KEY,
    subject TEXT NOT NULL
);
