CREATE INDEX registry_manifest_consignor ON registry_record (json_extract(body, '$.consignor')) WHERE type = 'manifest';
