@NullMarked
package org.quaymark.process.logging;

import org.jspecify.annotations.NullMarked;
