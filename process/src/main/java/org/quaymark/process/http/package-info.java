/** What every process answers over HTTP in the same way: health, metrics, problems, assets, headers and the choice of a language. */
@NullMarked
package org.quaymark.process.http;

import org.jspecify.annotations.NullMarked;
