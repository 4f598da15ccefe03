@NullMarked
package org.quaymark.process.policy;

import org.jspecify.annotations.NullMarked;
