-- Verdicts given again (package org.quaymark.hub.retro).

-- The registry's change that a verdict was given at, and the other number a parcel goes by. Null: not known, from before.
ALTER TABLE sighting ADD COLUMN registry_sequence BIGINT;
ALTER TABLE sighting ADD COLUMN sscc TEXT;
CREATE INDEX sighting_lot ON sighting (gtin, lot, edge, generation, sequence);
CREATE INDEX sighting_sscc ON sighting (sscc) WHERE sscc IS NOT NULL;
CREATE INDEX sighting_consignor ON sighting (consignor, edge, generation, sequence) WHERE consignor IS NOT NULL;

-- Sightings that came when the registry was further than their edge's. What came before this version is left as it is.
ALTER TABLE journal_batch ADD COLUMN redecided_at BIGINT;
ALTER TABLE journal_batch ADD COLUMN retro_leased_until BIGINT NOT NULL DEFAULT 0;
UPDATE journal_batch SET redecided_at = received_at;
CREATE INDEX journal_batch_retro ON journal_batch (received_at) WHERE redecided_at IS NULL;

-- How far the registry's changes have been looked at; what came before this version touches nothing any more.
INSERT INTO head (name, sequence, hash) SELECT 'retro', sequence, hash FROM head WHERE name = 'registry';

-- What is to be decided again: the sightings that changes up to `sequence` touch, in the order of their keys. A task is claimed
-- until `leased_until`; `lease` is the claimer's own.
CREATE TABLE retro_task (
    id              TEXT PRIMARY KEY,
    sequence        BIGINT NOT NULL,
    touched         TEXT NOT NULL,
    expected        BIGINT NOT NULL,
    done            BIGINT NOT NULL,
    chunks          BIGINT NOT NULL,
    after_edge      TEXT NOT NULL,
    after_generation INTEGER NOT NULL,
    after_sequence  BIGINT NOT NULL,
    lease           TEXT,
    leased_until    BIGINT NOT NULL
);
CREATE INDEX retro_task_next ON retro_task (chunks, sequence, id);

-- Each verdict given again that differs from the one before it. The last of a sighting is the one of the highest change.
CREATE TABLE retro_verdict (
    edge              TEXT NOT NULL,
    generation        INTEGER NOT NULL,
    sequence          BIGINT NOT NULL,
    registry_sequence BIGINT NOT NULL,
    scan              TEXT NOT NULL,
    at                BIGINT NOT NULL,
    actor             TEXT NOT NULL,
    was               TEXT NOT NULL,
    verdict           TEXT NOT NULL,
    body              TEXT NOT NULL,
    PRIMARY KEY (edge, generation, sequence, registry_sequence)
);
CREATE INDEX retro_verdict_scan ON retro_verdict (edge, generation, scan);

-- A product's serials lines, whatever lot they name: for the state of a unit as it was.
CREATE INDEX registry_change_serials ON registry_change (substr(id, 1, 14), sequence) WHERE type = 'serials';
