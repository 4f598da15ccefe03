CREATE INDEX registry_interception_unit ON registry_record ((body::jsonb ->> 'gtin'), (body::jsonb ->> 'serial')) WHERE type = 'interception';
CREATE INDEX registry_interception_parcel ON registry_record ((body::jsonb ->> 'parcel')) WHERE type = 'interception';
