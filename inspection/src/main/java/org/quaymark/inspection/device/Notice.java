package org.quaymark.inspection.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance notice: this scanner is to be looked after.
 *
 * @param layout name of the keyboard layout that its codes were changed by, null where there is none or it is unknown
 * @param since when it was raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(Trouble trouble, @Nullable String layout, Instant since) {}
