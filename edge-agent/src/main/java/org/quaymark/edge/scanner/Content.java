package org.quaymark.edge.scanner;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quaymark.inspection.reading.Code;

/** What makes two messages without an id the same data. */
record Content(List<Code> codes, @Nullable String parcel) {}
