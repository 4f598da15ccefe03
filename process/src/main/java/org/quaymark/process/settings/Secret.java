package org.quaymark.process.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An option whose value is never shown: {@code --print-config} masks it. Beside {@code QUAYMARK_X} such an option may be given as
 * {@code QUAYMARK_X_FILE}, the name of a file whose first line is the value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Secret {}
