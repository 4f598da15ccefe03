package org.quaymark.edge.explain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.quaymark.edge.journal.PastJournal;
import org.quaymark.edge.journal.SqliteJournal;
import org.quaymark.inspection.decision.Policy;
import org.quaymark.process.policy.PolicyFile;
import org.quaymark.process.settings.BadUsage;

/** What verdicts rest on besides the registry, kept beside the journal: each policy that was in force, and which file is the replica. */
public final class Inputs {
    private static final String POLICY = "policy/";
    private static final String REPLICA = "replica";

    private final PastJournal journal;
    private final Map<String, @Nullable Policy> policies = new HashMap<>();

    Inputs(PastJournal journal) {
        this.journal = journal;
    }

    /**
     * Keeps what an edge is started with.
     *
     * @param policyText of the policy's file; null for the standard policy
     * @throws BadUsage where verdicts were given under another policy of that version: they could not be told apart
     */
    public static void keep(SqliteJournal journal, Policy policy, @Nullable String policyText, String replica) {
        String key = POLICY + policy.version();
        byte[] known = journal.setting(key);
        if (policyText == null) {
            if (known != null) {
                throw new BadUsage("verdicts of this edge name the policy " + policy.version()
                        + ", which was a file and is the standard one now; give that file another version");
            }
        } else if (policy.version().equals(Policy.standard().version())) {
            throw new BadUsage("a policy file cannot have the version of the standard policy, " + policy.version());
        } else if (known == null) {
            put(journal, key, policyText);
        } else if (!Arrays.equals(known, policyText.getBytes(StandardCharsets.UTF_8))
                && !policy.equals(PolicyFile.parse(key, new String(known, StandardCharsets.UTF_8)))) {
            throw new BadUsage("this edge has given verdicts under another policy of version " + policy.version()
                    + "; a policy that changes needs a new version");
        }
        put(journal, REPLICA, replica);
    }

    private static void put(SqliteJournal journal, String key, String value) {
        try {
            journal.putSetting(key, value.getBytes(StandardCharsets.UTF_8)).join();
        } catch (CompletionException e) {
            throw new BadUsage("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    /** The policy of that version, null where it is not known here. */
    @Nullable
    Policy policy(@Nullable String version) {
        if (version == null || version.equals(Policy.standard().version())) {
            return Policy.standard();
        }
        return policies.computeIfAbsent(version, v -> {
            byte[] text = journal.setting(POLICY + v);
            return text == null ? null : PolicyFile.parse(v, new String(text, StandardCharsets.UTF_8));
        });
    }

    /** Name of the replica's file. */
    String replica() {
        byte[] name = journal.setting(REPLICA);
        return name == null ? "registry.db" : new String(name, StandardCharsets.UTF_8);
    }
}
