-- A scan in one journal (package org.quaymark.hub.retro). By the scan alone SQLite, which orders by the journal's numbers, prefers
-- to walk the whole journal backwards.
DROP INDEX sighting_scan;
CREATE INDEX sighting_scan ON sighting (scan, edge, generation, sequence);
