package dev.callsheet.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mail john.doe@example.com.                  | mail [email 1].
            O'Neil <o'neil@post.example.ie>             | O'Neil <[email 1]>
            'ann@example.com' said                      | '[email 1]' said
            email=a+b@example.org;x                     | email=[email 1];x
            j\u00fcrgen@m\u00fcller.de                  | [email 1]
            a@example.com, b@example.com                | [email 1], [email 2]
            {"mail":"to\\nann@example.com"}             | {"mail":"to\\n[email 1]"}
            https://me:pass@example.com/                | https://me:[email 1]/
            """)
    void emailAddressesAreReplaced(String text, String redacted) {
        assertRedacted(text, redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Call 202-555-0143.                          | Call [phone 1].
            (202) 555-0143 or 202.555.0144              | [phone 1] or [phone 2]
            +1 415 555 2671                             | [phone 1]
            2025550143                                  | [phone 1]
            2 0 2 5 5 5 0 1 4 3 please                  | [phone 1] please
            Toronto: 416-555-0123                       | Toronto: [phone 1]
            London: 020 7946 0958                       | London: [phone 1]
            tel:+44-20-7946-0958                        | tel:[phone 1]
            AU 0491 570 156, FR 01 99 00 12 34          | AU [phone 1], FR [phone 2]
            DE 030 23125 123, +49 (0)30 23125 123       | DE [phone 1], [phone 1]
            ES 91 123 45 67, IN 98765 43210             | ES [phone 1], IN [phone 2]
            IE 01 679 9999, IT 06 698 12345             | IE [phone 1], IT [phone 2]
            202-555-0143 ext. 5                         | [phone 1] ext. 5
            at 415 555 2671 10 am                       | at [phone 1] 10 am
            room 12 415 555 2671                        | room 12 [phone 1]
            1 202 555 0143 2 202 555 0144               | [phone 1] 2 [phone 2]
            2026-04-21 10 415 555 2671                  | 2026-04-21 10 [phone 1]
            {"phone":"+1 415 555 2671","n":4155552671}  | {"phone":"[phone 1]","n":[phone 1]}
            {"note":"at\\n415-555-2671"}                | {"note":"at\\n[phone 1]"}
            \uff14\uff11\uff15\uff0d\uff15\uff15\uff15\uff0d\uff12\uff16\uff17\uff11 | [phone 1]
            +1\u00a0415\u202f555\u20092671              | [phone 1]
            415\u2011555\u20132671, +1\u2212415\u2212555\u22122671 | [phone 1], [phone 1]
            \u202a+1 415 555 2671\u202c                 | \u202a[phone 1]\u202c
            +\u0664\u0664 \u0662\u0660 \u0667\u0669\u0664\u0666 \u0660\u0669\u0665\u0668 | [phone 1]
            """)
    void phoneNumbersAreReplaced(String text, String redacted) {
        assertRedacted(text, redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Visa 4111 1111 1111 1111, 12/26             | Visa [card 1], 12/26
            4111111111111111.                           | [card 1].
            4222222222222                               | [card 1]
            5555-5555-5555-4444                         | [card 1]
            Amex 3782 822463 10005                      | Amex [card 1]
            30569309025904 6011111111111117             | [card 1] [card 2]
            3530111333300000, 6200000000000005          | [card 1], [card 2]
            4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1             | [card 1]
            4111 1111 1111 1111 12 26 123               | [card 1] 12 26 123
            no 77 4111 1111 1111 1111                   | no 77 [card 1]
            4111\u00a01111\u20111111\u00a01111          | [card 1]
            {"card":4111111111111111}                   | {"card":[card 1]}
            """)
    void paymentCardsAreReplaced(String text, String redacted) {
        assertRedacted(text, redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Bearer abc123def456ghi789.                  | Bearer [key 1].
            authorization: Bearer abc123def456ghi789    | authorization: Bearer [key 1]
            "Authorization":"0123456789abcdef"          | "Authorization":"[key 1]"
            {\\"api_key\\":\\"abc12345def\\"}           | {\\"api_key\\":\\"[key 1]\\"}
            ?api_key=550e8400-e29b-41d4-a716-446655440000&x=1 | ?api_key=[key 1]&x=1
            my API key is abcd1234efgh, thanks          | my API key is [key 1], thanks
            client_secret = AbCdEfGhIjKlMnOpQrStUvWx    | client_secret = [key 1]
            sk-abcdef0123456789abcdef                   | [key 1]
            org_0123456789abcdef0123456789abcdef        | [key 1]
            line\\nsk-abcdef0123456789abcdef            | line\\n[key 1]
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_1 | [key 1]
            AKIAIOSFODNN7EXAMPLE                        | [key 1]
            """)
    void keysAndTokensAreReplaced(String text, String redacted) {
        assertRedacted(text, redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Thank you for calling.",
                "on 2026-04-21 at 10:30, 04/21/2026, 21.04.2026, 2.4.2026",
                "02.04.2026", // a number of Germany and Italy to libphonenumber
                "2026-04-21T10:15:30.123456789Z, 2026-04-21 10:15:30+02:00",
                "$1,200.00, EUR 1.200.000,00, 1,250,000 or \u20ac4155552671",
                "order 12345678, #1234567, ORD-2024-123456",
                "in 2024, 2025, 2019-2024, 2020 2021 2022",
                "10 20 30 40 50",
                "550e8400-e29b-41d4-a716-446655440000",
                "12345678-1234-1234-1234-123456789012", // a UUID of digits alone
                "v1.2.3, 10.0.19045.3803",
                "0.3021234567, -0.8333333333333334, 0.4111111111111111",
                "created 1713600000, 1713600000000",
                "node_2125551234",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "4111 1111 1111 1112", // wrong check digit
                "id4111111111111111",
                "555-2671", // no area code
                "@john, lodash@4.17.21, a@b, @@, @example.com",
                "the bearer responsibilities, authorization: completed, my token is missing",
                "org_chart_2026_overview_final, risk-1234567890abcdefgh"
            })
    void otherTextIsTheSameInstance(String text) {
        assertThat(redactor.session().redact(text)).isSameAs(text);
    }

    @Test
    void theSameValueGetsTheSameNumberWithinASession() {
        Redactor.Session session = redactor.session();
        assertThat(session.redact("202-555-0143, 202-555-0144")).isEqualTo("[phone 1], [phone 2]");
        assertThat(session.redact("+1 (202) 555-0144")).isEqualTo("[phone 2]");
        assertThat(session.redact("Ann@Example.com, ann@example.com")).isEqualTo("[email 1], [email 1]");
        assertThat(session.redact("4111 1111 1111 1111, 4111111111111111")).isEqualTo("[card 1], [card 1]");
        assertThat(session.counts()).isEqualTo(Map.of(Kind.PHONE, 3L, Kind.EMAIL, 2L, Kind.CARD, 2L));
    }

    @Test
    void aNewSessionStartsAtOne() {
        assertThat(redactor.session().redact("202-555-0143")).isEqualTo("[phone 1]");
        assertThat(redactor.session().redact("202-555-0144")).isEqualTo("[phone 1]");
    }

    @Test
    void numbersFollowTheTextNotTheOrderOfDetectors() {
        assertThat(redactor.session().redact("030 23125 123, then 202-555-0143"))
                .isEqualTo("[phone 1], then [phone 2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token: ann2026@example.com             | token: [email 1]
            api_key=4111111111111111               | api_key=[key 1]
            Bearer 2025550143-2025550143           | Bearer [key 1]
            2025550143@example.com                 | [email 1]
            4111-1111-1111-1111 202-555-0143       | [card 1] [phone 1]
            """)
    void keysGoBeforeEmailsBeforeCardsBeforePhones(String text, String redacted) {
        assertRedacted(text, redacted);
    }

    @Test
    void whatIsReplacedAlreadyStays() {
        String text = "[phone 1], [card 12] and api_key=[key 3], authorization: Bearer [key 1]";
        assertThat(redactor.session().redact(text)).isSameAs(text);
        assertThat(redactor.session().redact("[phone 12] 415-555-2671 [phone 2]"))
                .isEqualTo("[phone 12] [phone 1] [phone 2]");
    }

    @Test
    void rowsBeyondTheLimitOfATextAreReplacedWithoutAsking() {
        String row = "1234 56 78\n"; // no valid number
        assertThat(redactor.session().redact(row)).isSameAs(row);
        assertThat(redactor.session().redact(row.repeat(1000)))
                .startsWith(row.repeat(10))
                .endsWith("[phone 1]\n");
    }

    private void assertRedacted(String text, String redacted) {
        assertThat(redactor.session().redact(text)).isEqualTo(redacted);
        assertThat(redactor.session().redact(redacted)).as("redacted again").isSameAs(redacted);
    }
}
