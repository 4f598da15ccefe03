/** The command line of every process: flags, environment, file and defaults, in that order of precedence. */
@NullMarked
package org.quaymark.process.settings;

import org.jspecify.annotations.NullMarked;
