-- What an edge told of a device: since when it counts, the notice in force (JSON), when it was calibrated (0: not, or no more).
ALTER TABLE device ADD COLUMN since BIGINT;
ALTER TABLE device ADD COLUMN notice TEXT;
ALTER TABLE device ADD COLUMN calibrated_at BIGINT;
