package org.quaymark.hub;

/**
 * Work of a serving hub that no request asks for. Every bean of this type is started once the schema is there; it stops by
 * {@code @PreDestroy}.
 */
public interface Background {
    /** Starts it; returns at once. */
    void start();
}
