/**
 * The fault campaign: numbered scans from clients that repeat until they have their verdict, while processes are killed, links
 * cut, disks filled and clocks moved; and a checker that compares what the scanners saw with what the hub has.
 */
@NullMarked
package org.quaymark.sim.faults;

import org.jspecify.annotations.NullMarked;
