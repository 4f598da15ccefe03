package org.quaymark.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.process.json.Json;
import org.quaymark.process.settings.BadUsage;

/** A policy from a YAML file; every field is one that a policy has, or the file is refused. */
final class PolicyFile {
    private PolicyFile() {}

    /** The policy of the file, or the standard one where there is none. */
    static Policy read(@Nullable Path file) {
        if (file == null) {
            return Policy.standard();
        }
        try {
            JsonNode yaml = new YAMLMapper().readTree(Files.readString(file));
            return Json.STRICT.treeToValue(yaml, Policy.class);
        } catch (JsonProcessingException e) {
            throw new BadUsage("--policy: " + file + " is no policy: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BadUsage("--policy: " + file + " cannot be read: " + e, e);
        }
    }
}
