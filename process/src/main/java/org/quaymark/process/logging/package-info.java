/** Where messages for the operator go: standard error, one line each. */
@NullMarked
package org.quaymark.process.logging;

import org.jspecify.annotations.NullMarked;
