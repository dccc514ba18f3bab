package org.connectchat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "note.pdf      | attachment; filename=\"note.pdf\"",
                "my note's.pdf | attachment; filename=\"my note's.pdf\"",
                "a\"b.pdf      | attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a%22b.pdf",
                "a\\b.pdf      | attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a_b.pdf",
                "a/b.pdf       | attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a_b.pdf",
                "50%.pdf       | attachment; filename=\"50_.pdf\"; filename*=UTF-8''50%25.pdf",
                "€ & é.pdf     | attachment; filename=\"_ & _.pdf\"; filename*=UTF-8''%E2%82%AC%20&%20%C3%A9.pdf",
                "😀.png        | attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png",
            })
    void aHeaderCarriesEveryName(String name, String header) {
        assertThat(new FileName(name).contentDisposition()).isEqualTo(header);
    }

    @Test
    void noLineBreakGetsIntoAHeader() {
        assertThat(new FileName("a\r\nSet-Cookie: x\u0000\u007f.pdf").contentDisposition())
                .isEqualTo("attachment; filename=\"a__Set-Cookie: x__.pdf\";"
                        + " filename*=UTF-8''a__Set-Cookie%3A%20x__.pdf");
    }

    @Test
    void anUploadHeaderIsNeverLongerThanTheModelAllows() {
        assertThat(new FileName("é".repeat(252) + ".pdf").uploadDisposition()).isEqualTo("attachment");
        assertThat(new FileName("e".repeat(229) + ".pdf").uploadDisposition())
                .hasSize(256)
                .endsWith(".pdf\"");
        assertThat(new FileName("é.pdf").uploadDisposition())
                .isEqualTo("attachment; filename=\"_.pdf\"; filename*=UTF-8''%C3%A9.pdf");
    }

    @Test
    void theNameIsNotShownByAccident() {
        assertThat(new FileName("private.pdf")).asString().doesNotContain("private");
    }
}
