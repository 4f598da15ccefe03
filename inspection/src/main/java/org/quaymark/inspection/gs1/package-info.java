/** GS1 element strings, Digital Link, SSCC and check digits (GS1 General Specifications). */
@NullMarked
package org.quaymark.inspection.gs1;

import org.jspecify.annotations.NullMarked;
