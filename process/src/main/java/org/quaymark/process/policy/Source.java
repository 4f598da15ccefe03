package org.quaymark.process.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quaymark.process.settings.BadUsage;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Where a YAML tree comes from; every refusal names the file and the line. */
record Source(String file) {
    /** A key and its value; where only the key is wrong, that is where the reader is sent. */
    record Entry(Node key, Node value) {}

    BadUsage refuse(Node at, String reason) {
        return refuse(at, reason, null);
    }

    private BadUsage refuse(Node at, String reason, @Nullable Throwable cause) {
        return new BadUsage(file + " line " + (at.getStartMark().getLine() + 1) + ": " + reason, cause);
    }

    /** What is made, or a refusal where it cannot be. */
    <T> T checked(Node at, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refuse(at, String.valueOf(e.getMessage()), e);
        }
    }

    /** A mapping's entries by key; none where nothing is written. */
    Map<String, Entry> mapping(Node node, String what) {
        if (isNothing(node)) {
            return Map.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            throw refuse(node, what + " is written as 'key: value' lines");
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (entries.put(key, new Entry(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                throw refuse(tuple.getKeyNode(), "'" + key + "' is there twice");
            }
        }
        return entries;
    }

    /** As {@link #mapping}, of keys that are known. */
    Map<String, Entry> mapping(Node node, String what, Set<String> known) {
        Map<String, Entry> entries = mapping(node, what);
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw refuse(
                        entry.key(),
                        "unknown key '" + key + "'; " + what + " has "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        });
        return entries;
    }

    /** A list's items; none where nothing is written. */
    List<Node> list(Node node, String what) {
        if (isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse(node, what + " are written as a list, each with '- '");
        }
        return sequence.getValue();
    }

    /** A plain value as it is written: a category with a leading zero keeps it. */
    String text(Node node, String what) {
        if (!(node instanceof ScalarNode scalar) || isNothing(node)) {
            throw refuse(node, what + " takes a plain value");
        }
        return scalar.getValue();
    }

    private static boolean isNothing(Node node) {
        return Tag.NULL.equals(node.getTag());
    }
}
