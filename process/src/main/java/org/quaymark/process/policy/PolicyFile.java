package org.quaymark.process.policy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.process.settings.BadUsage;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A policy from a YAML file. What a policy does not have is refused, with its line. */
public final class PolicyFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final int DEEPEST = 16;

    private PolicyFile() {}

    /**
     * The policy of the file, or the standard one where there is none.
     *
     * @throws BadUsage with the file, the line and the reason, where it is no policy
     */
    public static Policy read(@Nullable Path file) {
        if (file == null) {
            return Policy.standard();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadUsage(file + ": a policy file has at most 1 MiB");
            }
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new BadUsage(file + ": no such policy file", e);
        } catch (CharacterCodingException e) {
            throw new BadUsage(file + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new BadUsage(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * The policy of a text.
     *
     * @param name stands for it in messages
     * @throws BadUsage with the name, the line and the reason, where it is no policy
     */
    public static Policy parse(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : " line " + (e.getProblemMark().getLine() + 1);
            throw new BadUsage(name + line + ": " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new BadUsage(name + ": " + e.getMessage(), e);
        }
        if (root == null) {
            throw new BadUsage(name + ": is empty; a policy has at least a version");
        }
        return new PolicyReader(new Source(name)).policy(root);
    }
}
