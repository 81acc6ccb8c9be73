package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.deliver.Mailbox;
import dev.callsheet.deliver.SmtpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be configured of the mail. */
class MailSettingsTest {

    private static final Mailbox ANN = new Mailbox("", "ann@example.com");
    private static final Mailbox BOB = new Mailbox("Bob, QA", "bob@example.com");

    @TempDir
    Path directory;

    @Test
    void theDefaultIsNoMail() throws ConfigurationException {
        assertThat(read(Map.of()))
                .isEqualTo(new Configuration.Mail(
                        null, null, List.of(), "always", "week", Duration.ofSeconds(10), Duration.ofMinutes(2)));
    }

    @Test
    void allOfItMayStandInTheFile() throws IOException, ConfigurationException {
        configured("""
                mail:
                  server: smtp://smtp.example.com
                  from: Callsheet <callsheet@example.com>
                  to:
                    - ann@example.com
                    - '"Bob, QA" <bob@example.com>'
                  when: not_passed
                  thread: stream
                  connect_timeout: 5s
                  timeout: 30s
                """);
        assertThat(read(Map.of()))
                .isEqualTo(new Configuration.Mail(
                        new SmtpServer(SmtpServer.Security.STARTTLS, "smtp.example.com", 587),
                        new Mailbox("Callsheet", "callsheet@example.com"),
                        List.of(ANN, BOB),
                        "not_passed",
                        "stream",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30)));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws IOException, ConfigurationException {
        configured("mail: {server: smtp://smtp.example.com, to: [eve@example.com], when: not_passed}");
        Configuration.Mail mail = read(Map.of(
                "CALLSHEET_MAIL_SERVER", "smtp+plain://localhost:1025",
                "CALLSHEET_MAIL_TO", "ann@example.com\n  \"Bob, QA\" <bob@example.com>\n",
                "CALLSHEET_MAIL_WHEN", "always"));
        assertThat(mail.server()).hasToString("localhost:1025 (no TLS)");
        assertThat(mail.to()).containsExactly(ANN, BOB);
        assertThat(mail.when()).isEqualTo("always");
        assertThat(read(Map.of("CALLSHEET_MAIL_SERVER", "none")).server()).isNull();
    }

    @Test
    void whoIsNamedTwiceGetsOneMail() throws IOException, ConfigurationException {
        configured("mail: {to: [ann@example.com, ann@EXAMPLE.com]}");
        assertThat(read(Map.of()).to()).containsExactly(ANN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                server: smtp.geheim.com           | server: must be an address, smtp://HOST (STARTTLS, port 587), smtps://HOST (TLS, port 465), smtp+plain://127.0.0.1 (this machine only, port 25), each with :PORT or without, or none; was a URL that does not begin with smtp://, smtps:// or smtp+plain://
                server: "smtp://a:geheim@x.com"   | server: must be an address, smtp://HOST (STARTTLS, port 587), smtps://HOST (TLS, port 465), smtp+plain://127.0.0.1 (this machine only, port 25), each with :PORT or without, or none; was a URL with a user name or a password, which are read from CALLSHEET_SMTP_USER and CALLSHEET_SMTP_PASSWORD only; take them out
                server: "smtp+plain://geheim.com" | server: must be an address, smtp://HOST (STARTTLS, port 587), smtps://HOST (TLS, port 465), smtp+plain://127.0.0.1 (this machine only, port 25), each with :PORT or without, or none; was a server of another machine without TLS: smtp+plain:// is for localhost, 127.0.0.1 and ::1 only
                from: geheim                      | from: must be an address, as ann@example.com or Ann <ann@example.com>, or none; was a text without @
                from: [geheim@example.com]        | from: must be an address, as ann@example.com or Ann <ann@example.com>, or none; was a list
                to: "a@example.com, geheim@x.com" | to: must be an address or several, each as ann@example.com or Ann <ann@example.com>, or none; was a text with more than one address, or a group of them
                to: [a@example.com, "geheim\\r\\nBcc: b@x.com <c@x.com>"] | to: must be an address or several, each as ann@example.com or Ann <ann@example.com>, or none; was a text without @, as no. 1
                to: [a@example.com, geheim]       | to: must be an address or several, each as ann@example.com or Ann <ann@example.com>, or none; was a text without @
                to: ' '                           | to: must be an address or several, each as ann@example.com or Ann <ann@example.com>, or none; was a text without @
                when: passed                      | when: must be a word, always or not_passed; was 'passed'
                thread: night                     | thread: must be a word, none, week or stream; was 'night'
                timeout: 0s                       | timeout: must be a time, a number of s, m, h or d such as 30m; was '0s'
                password: geheim                  | password: looks like a secret, and secrets are read from the environment only; set CALLSHEET_SMTP_PASSWORD and take the key out of the file
                token: geheim                     | token: looks like a secret, and secrets are read from the environment only; set CALLSHEET_SMTP_TOKEN and take the key out of the file
                user: geheim                      | user: looks like a secret, and secrets are read from the environment only; set CALLSHEET_SMTP_USER and take the key out of the file
                secret: geheim                    | secret: looks like a secret, and secrets are read from the environment only; set CALLSHEET_SMTP_PASSWORD and take the key out of the file
                too: a@example.com                | too: unknown key; the nearest known one is to
                """)
    void whatIsWrongIsRefusedAndNotRepeated(String line, String message) throws IOException {
        configured("mail: {" + line + "}");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("callsheet.yml:1: mail." + message)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void aMessageHasAHundredRecipientsAtMost() throws ConfigurationException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            all.append("a").append(i).append("@example.com\n");
        }
        assertThat(read(Map.of("CALLSHEET_MAIL_TO", all.toString())).to()).hasSize(100);
        all.append("b@example.com\n");
        assertThatThrownBy(() -> read(Map.of("CALLSHEET_MAIL_TO", all.toString())))
                .hasMessageStartingWith("CALLSHEET_MAIL_TO: ")
                .hasMessageEndingWith("; was 101 of them, more than a message may have");
    }

    @ParameterizedTest
    @CsvSource({
        "CALLSHEET_SMTP_PASWORD, CALLSHEET_SMTP_PASSWORD",
        "CALLSHEET_SMTP_PASS, CALLSHEET_SMTP_PASSWORD",
        "CALLSHEET_SMTP_USERNAME, CALLSHEET_SMTP_USER",
        "CALLSHEET_SMTP_TOKEN_, CALLSHEET_SMTP_TOKEN",
        "CALLSHEET_SMTP_password, CALLSHEET_SMTP_PASSWORD",
    })
    void aMisspeltSecretIsNamedWithoutItsValue(String name, String nearest) {
        assertThatThrownBy(() -> read(Map.of(name, "geheim")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("environment variable " + name + ": unknown; the nearest known one is " + nearest);
    }

    @Test
    void secretsAreNoSettings() throws ConfigurationException {
        assertThat(read(Map.of(
                        "CALLSHEET_SMTP_USER", "ann",
                        "CALLSHEET_SMTP_PASSWORD", "geheim",
                        "CALLSHEET_SMTP_TOKEN", "geheim",
                        "CALLSHEET_SMTP_PASWORD", " ")))
                .isEqualTo(read(Map.of()));
    }

    private void configured(String text) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
    }

    private Configuration.Mail read(Map<String, String> environment) throws ConfigurationException {
        return Configuration.read(directory, null, environment, Map.of()).mail();
    }
}
