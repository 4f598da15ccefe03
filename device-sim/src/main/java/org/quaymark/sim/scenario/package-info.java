/** Makes scenarios: a registry, scans of it, and what is true of each, decided when the scan is made up. */
@NullMarked
package org.quaymark.sim.scenario;

import org.jspecify.annotations.NullMarked;
