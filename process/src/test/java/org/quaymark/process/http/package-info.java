@NullMarked
package org.quaymark.process.http;

import org.jspecify.annotations.NullMarked;
