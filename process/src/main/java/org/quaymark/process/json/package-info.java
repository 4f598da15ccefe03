/** JSON as interfaces.md writes it, the same in every process. */
@NullMarked
package org.quaymark.process.json;

import org.jspecify.annotations.NullMarked;
