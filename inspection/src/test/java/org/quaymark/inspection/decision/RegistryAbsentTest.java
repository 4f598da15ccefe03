package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quaymark.inspection.decision.Dock.NOW;
import static org.quaymark.inspection.decision.Dock.SHOE;
import static org.quaymark.inspection.decision.Dock.codes;
import static org.quaymark.inspection.decision.Dock.label;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quaymark.inspection.reading.Code;
import org.quaymark.inspection.reading.Scan;
import org.quaymark.inspection.registry.InMemoryRegistry;

class RegistryAbsentTest {
    private final Dock dock = new Dock();

    @Test
    void cannotCheckWithoutAReplica() {
        Scan scan = new Scan(
                "s", NOW, "HAM1", "d", "v", List.of(new Code(label(SHOE, "XYZW9999", null), null)), null, null, null);
        Verdict verdict =
                new Inspector(dock.policy).inspect(scan, new InMemoryRegistry(), History.none(), Locale.ENGLISH);
        assertEquals(Effect.UNCHECKED, verdict.verdict());
        assertEquals(List.of(FindingCode.REGISTRY_ABSENT), codes(verdict));
        assertEquals(-1, verdict.registry().ageSeconds());
    }
}
