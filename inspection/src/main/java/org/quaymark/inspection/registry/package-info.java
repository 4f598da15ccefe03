/** The records of the registry of rights, licences, batches and serials, and what a replica of it must answer. */
@NullMarked
package org.quaymark.inspection.registry;

import org.jspecify.annotations.NullMarked;
