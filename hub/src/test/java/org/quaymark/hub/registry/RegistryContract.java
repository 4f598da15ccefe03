package org.quaymark.hub.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quaymark.hub.Hub;
import org.quaymark.hub.OnBothDatabases;
import org.quaymark.inspection.registry.RecordType;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

abstract class RegistryContract extends OnBothDatabases {
    static final String PARTY = "{\"type\":\"party\",\"id\":\"acme\",\"name\":\"Acme AG\"}";
    static final String SERIALS =
            "{\"type\":\"serials\",\"gtin\":\"09506000134352\",\"lot\":\"L1\",\"serials\":[\"A1\",\"A2\"]}";

    static List<RegistryLine> lines(String... lines) {
        List<RegistryLine> read = new ArrayList<>();
        for (String line : lines) {
            try {
                read.add(RegistryJson.read(line));
            } catch (InvalidLine e) {
                throw new IllegalArgumentException(line, e);
            }
        }
        return read;
    }

    @Test
    void numbersWhatChangesSomethingAndNothingElse() {
        Hub hub = openHub();
        RegistryAuthority authority = hub.part(RegistryAuthority.class);

        assertEquals(new RegistryAuthority.Applied(2, 2), authority.apply(lines(PARTY, SERIALS), "test"));
        assertEquals(new RegistryAuthority.Applied(0, 2), authority.apply(lines(PARTY, SERIALS), "test"));
    }

    @Test
    void removesARecord() {
        Hub hub = openHub();
        RegistryAuthority authority = hub.part(RegistryAuthority.class);
        authority.apply(lines(PARTY), "test");
        authority.apply(lines("{\"type\":\"party\",\"id\":\"acme\",\"deleted\":true}"), "test");
        assertNull(hub.part(Records.class).line(RecordType.PARTY, "acme"));
    }
}
