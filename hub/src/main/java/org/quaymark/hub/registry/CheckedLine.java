package org.quaymark.hub.registry;

import java.nio.charset.StandardCharsets;
import org.quaymark.inspection.registry.Deletion;
import org.quaymark.inspection.registry.RegistryLine;
import org.quaymark.process.json.InvalidLine;
import org.quaymark.process.json.RegistryJson;

/** Registry lines as the hub takes them: valid, and text that both databases can hold. */
final class CheckedLine {
    private CheckedLine() {}

    static RegistryLine read(String text) throws InvalidLine {
        RegistryLine line = RegistryJson.read(text);
        String written = RegistryJson.write(line);
        if (written.contains("\\u0000") || !StandardCharsets.UTF_8.newEncoder().canEncode(written)) {
            throw new InvalidLine("a text has U+0000 or half a surrogate pair");
        }
        if (line instanceof Deletion deletion) {
            Deletion.Units units = deletion.serials();
            if (units != null && !units.gtin().matches("[0-9]{14}")) {
                throw new InvalidLine("gtin is not 14 digits: " + units.gtin());
            }
        }
        return line;
    }
}
