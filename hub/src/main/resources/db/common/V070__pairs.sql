-- What detection needs of a sighting beside who, where and when.
-- clean: the item was read without doubt and without repair. off_seconds: by how much its time may be off.
ALTER TABLE sighting ADD COLUMN clean INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sighting ADD COLUMN off_seconds BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sighting ADD COLUMN origin TEXT;
ALTER TABLE sighting ADD COLUMN destination TEXT;
-- A worker let it go after this sighting, so that a later parcel may hold the unit.
ALTER TABLE sighting ADD COLUMN closed_at BIGINT;

-- What is known of an edge's clock: the time of its newest entry, and how late that clock can be at most and since when.
ALTER TABLE journal ADD COLUMN last_at BIGINT;
ALTER TABLE journal ADD COLUMN lag_micros BIGINT;
ALTER TABLE journal ADD COLUMN lag_at BIGINT;

-- Which pairs of sightings were reported, however the case ended: each once.
CREATE TABLE pair_seen (
    key TEXT PRIMARY KEY
);

-- Two sightings of one unit that cannot both be of it. a is the earlier one.
CREATE TABLE case_pair (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL,
    code         TEXT NOT NULL,
    effect       TEXT NOT NULL,
    found        BIGINT NOT NULL,
    gtin         TEXT NOT NULL,
    serial       TEXT NOT NULL,
    a_edge       TEXT NOT NULL,
    a_generation INTEGER NOT NULL,
    a_sequence   BIGINT NOT NULL,
    b_edge       TEXT NOT NULL,
    b_generation INTEGER NOT NULL,
    b_sequence   BIGINT NOT NULL,
    kilometres   BIGINT,
    seconds      BIGINT NOT NULL,
    off_seconds  BIGINT NOT NULL
);
CREATE INDEX case_pair_of ON case_pair (case_id, found, id);
