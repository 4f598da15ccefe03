/**
 * Makes the table of keyboard layouts ({@code layouts.txt}) from the X keyboard database and a plan of our own.
 *
 * <p>Not part of the product: run {@link org.quaymark.inspection.reading.keyboard.table.LayoutTableGenerator} where the
 * plan changed or a new X keyboard database is to be taken over.
 */
@NullMarked
package org.quaymark.inspection.reading.keyboard.table;

import org.jspecify.annotations.NullMarked;
