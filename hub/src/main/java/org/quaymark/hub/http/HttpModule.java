package org.quaymark.hub.http;

/** A part of the hub that answers requests. Every bean of this type is mounted at start. */
public interface HttpModule {
    /** Adds its routes; their paths start under {@code /api/v1}. */
    default void api(Routes routes) {}

    /** Adds its pages; their paths start at the root. */
    default void pages(Routes routes) {}
}
