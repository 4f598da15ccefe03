-- A scan that two edges of a site recorded (or one edge twice, when its journal began anew) has an entry in each journal and is
-- one sighting: the one stored first. again: the scan's sighting is another one.
ALTER TABLE sighting ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
UPDATE sighting SET again = 1, clean = 0 WHERE EXISTS (SELECT 1 FROM sighting f WHERE f.scan = sighting.scan
    AND f.device = sighting.device AND f.dock = sighting.dock AND f.site = sighting.site
    AND (f.at, f.edge, f.generation, f.sequence) < (sighting.at, sighting.edge, sighting.generation, sighting.sequence));
CREATE UNIQUE INDEX sighting_once ON sighting (scan, device, dock, site) WHERE again = 0;

-- What is not as it should be with an edge's journal, and since when. gap goes with the entries that were missing.
CREATE TABLE edge_alarm (
    edge       TEXT NOT NULL,
    generation INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    sequence   BIGINT NOT NULL,
    since      BIGINT NOT NULL,
    PRIMARY KEY (edge, generation, kind)
);

-- Counts decisions about edges: whoever waits on an edge's behalf looks again whether it may.
INSERT INTO head (name, sequence, hash) VALUES ('edges', 0, ${zeros});
