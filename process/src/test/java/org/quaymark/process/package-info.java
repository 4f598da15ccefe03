@NullMarked
package org.quaymark.process;

import org.jspecify.annotations.NullMarked;
