package org.quaymark.inspection.gs1;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an element string, to the character.
 *
 * @param ai the application identifier it is about, null where none could be read
 * @param position index of the first character in question, from 0, in the data without its symbology identifier
 * @param rule the rule broken: {@code ai}, {@code length}, {@code characters}, {@code separator}, {@code repeated},
 *     {@code required}, {@code excluded}, or the name of a GS1 syntax test such as {@code csum} or {@code yymmd0}; in
 *     Digital Links and envelopes also those that {@link DigitalLink#parse} and {@link Iso15434} name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gs1Error(@Nullable String ai, int position, String rule) {
    @Override
    public String toString() {
        return (ai == null ? "" : "(" + ai + ") ") + rule + " at " + position;
    }
}
