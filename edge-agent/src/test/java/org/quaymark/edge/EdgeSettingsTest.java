package org.quaymark.edge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quaymark.edge.device.DeviceSettings;
import org.quaymark.inspection.device.NoticeRule;
import org.quaymark.process.settings.BadUsage;

class EdgeSettingsTest {
    private static EdgeSettings listeningOn(String host, EdgeLinks links) {
        return new EdgeSettings(
                Path.of("data"),
                "HAM1",
                "edge-1",
                null,
                null,
                null,
                "embedded",
                null,
                null,
                false,
                host,
                1883,
                "127.0.0.1",
                8081,
                null,
                Path.of("registry.ndjson"),
                Duration.ofSeconds(2),
                Locale.ENGLISH,
                DeviceSettings.of(NoticeRule.DEFAULT, Duration.ofMinutes(5)),
                1L << 30,
                links);
    }

    @Test
    @Tag("D-T4")
    void opensNoBrokerToOthersWithoutUsersUnlessToldSo() {
        assertDoesNotThrow(() -> listeningOn("127.0.0.1", EdgeLinks.PLAIN));
        BadUsage refused = assertThrows(BadUsage.class, () -> listeningOn("0.0.0.0", EdgeLinks.PLAIN));
        assertTrue(String.valueOf(refused.getMessage()).contains("--mqtt-users"), refused.getMessage());
        assertDoesNotThrow(() -> listeningOn(
                "0.0.0.0", new EdgeLinks(null, null, null, null, null, Path.of("users"), null, null, false, 0)));
        assertDoesNotThrow(
                () -> listeningOn("0.0.0.0", new EdgeLinks(null, null, null, null, null, null, null, null, true, 0)));
    }
}
