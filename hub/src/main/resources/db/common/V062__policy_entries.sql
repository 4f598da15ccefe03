-- The few journal entries that tell an edge's policy.
CREATE INDEX journal_entry_policy ON journal_entry (edge, generation) WHERE kind = 'policy';
