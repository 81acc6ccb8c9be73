package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ann@example.com                  | ''        | ann@example.com
                <ann@example.com>                | ''        | ann@example.com
                Ann <ann@example.com>            | Ann       | ann@example.com
                Ann B. O'Neill <a+b@Example.COM> | Ann B. O'Neill | a+b@example.com
                "Ann, QA" <ann@example.com>      | Ann, QA   | ann@example.com
                "say \\"hi\\" \\\\" <ann@example.com> | say "hi" \\ | ann@example.com
                "" <ann@example.com>             | ''        | ann@example.com
                Jürgen 瘍 <j@xn--mller-kva.de>    | Jürgen 瘍  | j@xn--mller-kva.de
                root@localhost                   | ''        | root@localhost
                first.last/x=y@a-b.example.co    | ''        | first.last/x=y@a-b.example.co
                """)
    void isAnAddressPerhapsWithAName(String text, String name, String address) {
        assertThat(Mailbox.of(text)).isEqualTo(new Mailbox(name, address));
    }

    @Test
    void keepsTheCaseBeforeTheAtSignOnly() {
        assertThat(Mailbox.of("Ann.B@EXAMPLE.com").address()).isEqualTo("Ann.B@example.com");
        assertThat(Mailbox.of("Ann.B@EXAMPLE.com").domain()).isEqualTo("example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geheim",
                "",
                " ",
                "@example.com",
                "geheim@",
                "geheim@@example.com",
                "a@b@example.com",
                ".geheim@example.com",
                "geheim.@example.com",
                "ge..heim@example.com",
                "ge heim@example.com",
                "\"geheim\"@example.com",
                "geheim(comment)@example.com",
                "geheim@[127.0.0.1]",
                "geheim@-example.com",
                "geheim@example..com",
                "geheim@example.com.",
                "geheim@exa_mple.com",
                "geheim@m\u00fcller.de",
                "ge\u00e4heim@example.com",
                "a@example.com, geheim@example.com",
                "a@example.com geheim@example.com",
                "a@example.com;geheim@example.com",
                "geheim: a@example.com, b@example.com;",
                "undisclosed-recipients:;",
                "geheim, B <a@example.com>",
                "geheim <a@example.com> <b@example.com>",
                "geheim <a@example.com",
                "geheim a@example.com>",
                "geheim <a@example.com> tail",
                "\"geheim <a@example.com>",
                "\"ge\"heim\" <a@example.com>",
                "\"geheim\\\" <a@example.com>",
                "geheim\\ <a@example.com>",
            })
    void anythingElseIsRefusedWithoutBeingRepeated(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r", "\n", "\r\nBcc: evil@example.com", "\0", "\u0007", "\u007f", "\u0085", "\u009f", "\u2028",
                "\u2029", "\u202e", "\u200b", "\ufeff", "\ufffe", "\uffff", "\ue000", "\ud800", "\udc00"
            })
    void whatCannotBeSeenIsRefusedWhereverItStands(String hidden) {
        assertRefused("a" + hidden + "@example.com");
        assertRefused("a@exam" + hidden + "ple.com");
        assertRefused("geheim" + hidden + " <a@example.com>");
        assertRefused("\"geheim" + hidden + "\" <a@example.com>");
        assertRefused("geheim <a@example.com>" + hidden);
    }

    /** The low byte of these is a line break; CVE-2025-7962 was about clients that sent nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"\u760d", "\u760a", "\u760d\u760a", "\u010d\u010a", "\u2040"})
    void aCharacterThatCouldBecomeALineBreakIsInNoAddress(String wide) {
        assertRefused("a" + wide + "@example.com");
        assertRefused("a@example.com" + wide);
        assertRefused("a" + wide + "example.com");
    }

    @Test
    void isNoLongerThanACommandMayBe() {
        assertThat(Mailbox.of("a".repeat(64) + "@example.com").name()).isEmpty();
        assertRefused("a".repeat(65) + "@example.com");
        assertRefused("a@" + "b".repeat(64) + ".com");
        assertRefused("a@" + "bbbbbbbbb.".repeat(19) + "com");
        assertRefused("n".repeat(101) + " <a@example.com>");
        assertRefused("n".repeat(1_200));
        assertRefused("\"" + "\\".repeat(60_000) + "\" <a@example.com>");
        assertRefused("<".repeat(60_000));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Mailbox.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .matches("an? (text|address) with.*")
                        .doesNotContain("geheim"));
    }
}
