package org.quaymark.edge.registry;

import org.jspecify.annotations.Nullable;

/**
 * How the feed goes.
 *
 * @param connected whether the last exchange went well
 * @param problem what the last failure was, null where there is none
 * @param refused why the hub's answer is not believed, null where it is; a person has to look into it
 */
public record FeedState(
        boolean connected,
        @Nullable String problem,
        @Nullable String refused) {
    static final FeedState BEGIN = new FeedState(false, null, null);
    static final FeedState WELL = new FeedState(true, null, null);
}
