package org.quaymark.inspection.registry;

import org.jspecify.annotations.Nullable;

/**
 * A place where goods are scanned.
 *
 * @param id as in the scanners' topics
 * @param country ISO 3166-1 alpha-2; the destination of what is scanned there where nothing else says so
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param timezone IANA name
 */
public record Site(
        String id,
        @Nullable String name,
        String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String timezone)
        implements RegistryRecord {
    public Site {
        id = Require.text(id, "id");
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("id is no site id ([A-Za-z0-9_-]{1,64}): " + id);
        }
        name = Require.optionalText(name, "name");
        country = Require.country(country, "country");
        if (latitude != null && !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("latitude is not within -90..90: " + latitude);
        }
        if (longitude != null && !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("longitude is not within -180..180: " + longitude);
        }
        timezone = Require.optionalText(timezone, "timezone");
    }

    @Override
    public RegistryKey key() {
        return new RegistryKey(RecordType.SITE, id);
    }
}
