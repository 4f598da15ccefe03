package org.quaymark.sim.scenario;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is printed on one item. */
record Label(
        String gtin,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable LocalDate expiry) {}
