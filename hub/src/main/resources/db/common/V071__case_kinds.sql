-- Whom a case is for, and what orders the list. code: the finding that opened it; lane: CN>DE.
ALTER TABLE case_file ADD COLUMN kind TEXT NOT NULL DEFAULT 'GOODS';
ALTER TABLE case_file ADD COLUMN risk INTEGER NOT NULL DEFAULT 50;
ALTER TABLE case_file ADD COLUMN risk_signals TEXT NOT NULL DEFAULT '[]';
ALTER TABLE case_file ADD COLUMN lane TEXT;
ALTER TABLE case_file ADD COLUMN code TEXT;
CREATE INDEX case_file_consignor ON case_file (consignor, opened) WHERE consignor IS NOT NULL;
CREATE INDEX case_file_lane ON case_file (lane, opened) WHERE lane IS NOT NULL;
CREATE INDEX case_file_code ON case_file (code, opened) WHERE code IS NOT NULL;
CREATE INDEX case_file_risk ON case_file (risk, opened, id);

-- A lot or a product that the registry seems to lack. case_id: the newest case about it, null where there is none yet.
CREATE TABLE registry_gap (
    key     TEXT PRIMARY KEY,
    gtin    TEXT NOT NULL,
    lot     TEXT,
    case_id TEXT
);
-- The parcels it was found on, each at its first sighting.
CREATE TABLE registry_gap_parcel (
    key        TEXT NOT NULL,
    parcel     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    sequence   BIGINT NOT NULL,
    PRIMARY KEY (key, parcel)
);

-- Units of lots whose units have no serials: what stands for a unit is a parcel.
CREATE TABLE lot_parcel (
    gtin        TEXT NOT NULL,
    lot         TEXT NOT NULL,
    parcel      TEXT NOT NULL,
    origin      TEXT,
    destination TEXT,
    PRIMARY KEY (gtin, lot, parcel)
);
-- reported: the quantity made that the case about it was opened for, null where there is none.
CREATE TABLE lot_tally (
    gtin     TEXT NOT NULL,
    lot      TEXT NOT NULL,
    parcels  BIGINT NOT NULL,
    reported BIGINT,
    PRIMARY KEY (gtin, lot)
);

-- A batch is looked at by one process until then; after it, whoever comes.
ALTER TABLE journal_batch ADD COLUMN detect_leased_until BIGINT NOT NULL DEFAULT 0;
