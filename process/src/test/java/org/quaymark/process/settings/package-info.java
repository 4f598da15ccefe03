@NullMarked
package org.quaymark.process.settings;

import org.jspecify.annotations.NullMarked;
