package org.quaymark.inspection.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Signed notes, with the vector of golang.org/x/mod/sumdb/note. */
class NoteTest {
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void opensAStrangersNote() {
        assertEquals(TEXT, VerifyingKey.parse(KEY).openNote(NOTE));
        assertEquals(KEY, VerifyingKey.parse(KEY).toString());
    }

    @Test
    void refusesAChangedText() {
        assertNull(VerifyingKey.parse(KEY).openNote(NOTE.replace("answer", "Answer")));
        assertNull(VerifyingKey.parse(KEY).openNote(TEXT));
        assertNull(VerifyingKey.parse(KEY).openNote(NOTE.replace("x08go", "x08gp")));
    }

    @Test
    void refusesAKeyWhoseIdIsNotItsOwn() {
        assertThrows(IllegalArgumentException.class, () -> VerifyingKey.parse(KEY.replace("c74f20a3", "c74f20a4")));
    }

    @Test
    void opensItsOwnNotesAndNobodyElses() {
        SigningKey ours = SigningKey.generate("edge-1");
        String note = ours.signNote("hello\n");
        assertEquals("hello\n", ours.verifyingKey().openNote(note));
        assertNull(SigningKey.generate("edge-1").verifyingKey().openNote(note));
        SigningKey again = SigningKey.of(
                ours.encodedPrivateKey(), VerifyingKey.parse(ours.verifyingKey().toString()));
        assertEquals("hello\n", ours.verifyingKey().openNote(again.signNote("hello\n")));
    }
}
