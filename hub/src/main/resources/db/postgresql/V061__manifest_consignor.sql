CREATE INDEX registry_manifest_consignor ON registry_record ((body::jsonb ->> 'consignor')) WHERE type = 'manifest';
