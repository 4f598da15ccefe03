package org.quaymark.inspection.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One code as it was read.
 *
 * @param data the characters, with GS as U+001D where the scanner kept it; a symbology identifier still in front of it is
 *     left there
 * @param symbology AIM symbology identifier such as {@code ]d2} (ISO/IEC 15424), null where the scanner did not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Code(String data, @Nullable String symbology) {
    /** The bytes as a scanner sent them: UTF-8 where they are, else ISO 8859-1, so that no byte is lost. */
    public static Code ofBytes(byte[] bytes, @Nullable String symbology) {
        String data;
        try {
            data = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            data = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return new Code(data, symbology);
    }
}
