package org.quaymark.edge.scanner;

import org.quaymark.inspection.decision.Verdict;

/** A verdict that is on disk, with the bytes it is sent as: a repeat gets the same ones. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Answered(Verdict verdict, byte[] json) {}
