/**
 * Undoes what a keyboard wedge did: the scanner types on a US keyboard, the operating system reads the keys of another.
 *
 * <p>The facts about the layouts are in {@code layouts.txt}, made from the X keyboard database (xkeyboard-config, MIT
 * licence) with what Windows does otherwise; a device in no table is learned from the self-test codes of a printed sheet.
 *
 * <p>Nothing here decides: {@link org.quaymark.inspection.reading.keyboard.KeyboardLayouts#undo} names the texts that may
 * have been printed, and the caller proves one of them, or none. All types are immutable and safe for many threads.
 */
@NullMarked
package org.quaymark.inspection.reading.keyboard;

import org.jspecify.annotations.NullMarked;
