/** The policy file: which effect a finding has, as people write it down. */
@NullMarked
package org.quaymark.process.policy;

import org.jspecify.annotations.NullMarked;
