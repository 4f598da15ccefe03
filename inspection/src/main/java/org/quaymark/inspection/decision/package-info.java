/** From a reading to a verdict: rules, policy, findings. */
@NullMarked
package org.quaymark.inspection.decision;

import org.jspecify.annotations.NullMarked;
