CREATE INDEX registry_interception_unit ON registry_record (json_extract(body, '$.gtin'), json_extract(body, '$.serial')) WHERE type = 'interception';
CREATE INDEX registry_interception_parcel ON registry_record (json_extract(body, '$.parcel')) WHERE type = 'interception';
