package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Program.Outcome;
import dev.callsheet.testing.Certificate;
import dev.callsheet.testing.ScriptedSmtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code callsheet mail} from its words to its exit code. */
class MailCommandTest {

    private static final String SECRET = "canary-5f2b7c1e9d";

    @TempDir
    Path temporary;

    private final ScriptedSmtp server = ScriptedSmtp.plain();
    private final Map<String, String> environment = new HashMap<>();
    private Path site;

    @BeforeEach
    void configure() {
        site = MailedSite.of(temporary.resolve("site"), "fail");
        environment.putAll(Map.of(
                "CALLSHEET_MAIL_SERVER", "smtp+plain://127.0.0.1:" + server.port(),
                "CALLSHEET_MAIL_FROM", "Callsheet <callsheet@example.com>",
                "CALLSHEET_MAIL_TO", "ann@example.com\nBob <bob@example.org>"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheSummaryToTheConfiguredRecipients() {
        Outcome outcome = mail();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(MailedSite.ID + "\n");
        assertThat(outcome.err())
                .isEqualTo("mail: sent to 2 recipients at example.com, example.org by 127.0.0.1:" + server.port()
                        + " (no TLS), message " + MailedSite.ID + "\n");
        assertThat(server.said()).contains("RCPT TO:<ann@example.com>", "RCPT TO:<bob@example.org>");
        assertThat(server.received())
                .singleElement()
                .asString()
                .contains("Message-ID: " + MailedSite.ID, "tonight 4 of 10");
    }

    @Test
    void sendsTheSameMessageTwiceWhenAskedTwice() {
        mail();
        mail();
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(1)).isEqualTo(server.received().get(0));
    }

    @Test
    void leavesTheSiteAsItIs() {
        SortedMap<String, byte[]> before = new Site(site).files();
        mail("--verbose");
        Site.assertSame(new Site(site).files(), before);
    }

    @Test
    void namesAddressesOnlyWhenItIsVerbose() {
        server.on("RCPT TO:<bob", "550 5.1.1 <bob@example.org>: no such user");
        for (Outcome outcome : List.of(mail(), mail("--json"), mail("--dry-run"), mail("--json", "--dry-run"))) {
            assertThat(outcome.out() + outcome.err()).doesNotContain("ann@", "bob@", "callsheet@example.com");
        }
        assertThat(mail("--verbose").err()).contains("mail: to ann@example.com\n", "mail: refused: bob@example.org\n");
    }

    @Test
    void aRefusedRecipientIsNotDelivered() {
        server.on("RCPT TO:<bob", "550 5.1.1 <bob@example.org>: no such user");
        Outcome outcome = mail();
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        "callsheet: mail: 127.0.0.1:" + server.port() + " (no TLS) refused a recipient at example.org:"
                                + " 550 5.1.1 <…@example.org>: no such user; the message was sent to nobody\n");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aDryRunSaysWhatWouldBeSentAndSendsNothing() {
        Outcome outcome = mail("--dry-run");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo("server: 127.0.0.1:" + server.port() + " (no TLS)\n" + "from: an address at example.com\n"
                        + "to: 2 recipients at example.com, example.org\n" + "subject: 1 got worse – main\n"
                        + "message: "
                        + MailedSite.ID + "\nsize: " + MailedSite.EML.length() + " B\n");
        assertThat(outcome.err()).isEqualTo("mail: not sent: this is a dry run\n");
        assertThat(server.connections()).isZero();
    }

    @Test
    void jsonIsOneObjectOnOneLine() {
        assertThat(mail("--json", "-q").out())
                .isEqualTo("{\"site\":\"" + site + "\",\"sent\":true,\"why\":null,\"server\":\"127.0.0.1:"
                        + server.port()
                        + " (no TLS)\",\"recipients\":2,\"domains\":[\"example.com\",\"example.org\"],\"message_id\":\""
                        + MailedSite.ID + "\",\"subject\":\"1 got worse – main\",\"bytes\":" + MailedSite.EML.length()
                        + "}\n");
        server.on("MAIL", "550 5.7.60 not you");
        assertThat(mail("--json", "-q").out())
                .contains("\"sent\":false,\"why\":\"refused the sender: 550 5.7.60 not you\"");
    }

    @Test
    void aSubjectCannotForgeALine() {
        site = MailedSite.of(
                temporary.resolve("hostile"),
                "fail",
                MailedSite.EML.replace(
                        "Subject: ", "Subject: =?UTF-8?B?DQo6OmVycm9yOjp4Gw==?= =?UTF-8?Q?=E2=80=AE=C2=85?= "));
        Outcome outcome = mail("--dry-run");
        assertThat(outcome.out())
                .contains("subject: \\u000D\\u000A::error::x\\u001B\\u202E\\u0085")
                .hasLineCount(6);
        assertThat(mail().code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"pass, not_passed, 0", "fail, not_passed, 1", "inconclusive, not_passed, 1", "pass, always, 1"})
    void whetherAPassedNightIsSentCanBeConfigured(String verdict, String when, int sent) {
        site = MailedSite.of(temporary.resolve("night"), verdict);
        environment.put("CALLSHEET_MAIL_WHEN", when);
        Outcome outcome = mail();
        assertThat(outcome.code()).isZero();
        assertThat(server.received()).hasSize(sent);
        if (sent == 0) {
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).isEqualTo("mail: not sent: the gate passed, and mail.when is not_passed\n");
            assertThat(mail("--json").out()).contains("\"sent\":false,\"why\":\"passed\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CALLSHEET_MAIL_SERVER, mail.server is not set",
        "CALLSHEET_MAIL_FROM, mail.from is not set",
        "CALLSHEET_MAIL_TO, mail.to is not set",
    })
    void whatIsMissingIsUsage(String variable, String message) {
        environment.remove(variable);
        assertUsage(message + ", and no mail is sent without it: set it in callsheet.yml or by " + variable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                ann | -      | -      | CALLSHEET_SMTP_USER is set, but neither CALLSHEET_SMTP_PASSWORD nor CALLSHEET_SMTP_TOKEN is
                -   | geheim | -      | CALLSHEET_SMTP_PASSWORD is set, but CALLSHEET_SMTP_USER is not, and it belongs to a user
                -   | -      | geheim | CALLSHEET_SMTP_TOKEN is set, but CALLSHEET_SMTP_USER is not, and it belongs to a user
                ann | geheim | geheim | CALLSHEET_SMTP_PASSWORD and CALLSHEET_SMTP_TOKEN are both set; the mail signs in with one of them
                """)
    void credentialsThatDoNotGoTogetherAreUsage(String user, String password, String token, String message) {
        environment.put("CALLSHEET_SMTP_USER", user == null ? "" : user);
        environment.put("CALLSHEET_SMTP_PASSWORD", password == null ? "" : password);
        environment.put("CALLSHEET_SMTP_TOKEN", token == null ? "" : token);
        assertUsage(message);
    }

    @Test
    void credentialsThatCannotBeUsedAreUsageAndNotRepeated() {
        environment.put("CALLSHEET_SMTP_USER", "ann");
        environment.put("CALLSHEET_SMTP_PASSWORD", SECRET + "\nx");
        assertUsage("CALLSHEET_SMTP_USER with CALLSHEET_SMTP_PASSWORD cannot be used: the password is empty or holds a"
                + " control character");
    }

    @Test
    void whatIsMisspeltIsUsage() {
        environment.put("CALLSHEET_SMTP_PASWORD", SECRET);
        assertUsage("environment variable CALLSHEET_SMTP_PASWORD: unknown; the nearest known one is"
                + " CALLSHEET_SMTP_PASSWORD");
    }

    private void assertUsage(String message) {
        Outcome outcome = mail();
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("callsheet: " + message + "\n");
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD", "TOKEN"})
    void credentialsAreInNothingThatIsSaid(String kind) {
        environment.put("CALLSHEET_SMTP_USER", "ann");
        environment.put("CALLSHEET_SMTP_" + kind, SECRET);
        for (String command : List.of("AUTH", "MAIL", "RCPT", "DATA", ScriptedSmtp.DOT)) {
            try (ScriptedSmtp echo = ScriptedSmtp.plain().on(command, "550 5.7.1 " + SECRET)) {
                environment.put("CALLSHEET_MAIL_SERVER", "smtp+plain://localhost:" + echo.port());
                Outcome outcome = mail("--json", "--verbose");
                assertThat(outcome.code()).isEqualTo(7);
                assertThat(outcome.out() + outcome.err()).contains("550").doesNotContain(SECRET);
            }
        }
    }

    @Test
    void norInWhatJavaPrintsWhenItIsToldToPrintAll() throws IOException, InterruptedException {
        Certificate certificate = Certificate.of(temporary, "dns:localhost");
        try (ScriptedSmtp secure = ScriptedSmtp.tls(certificate.server())) {
            environment.put("CALLSHEET_MAIL_SERVER", "smtps://localhost:" + secure.port());
            environment.put("CALLSHEET_SMTP_USER", "ann");
            environment.put("CALLSHEET_SMTP_TOKEN", SECRET);
            String trust = "-Djavax.net.ssl.trustStore=" + certificate.file();
            assertThat(process(7, trust)).contains("cannot be trusted: Java trusts nobody");
            String said = process(
                    0,
                    trust,
                    "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
                    "-Djavax.net.debug=all",
                    "-Dmail.debug=true");
            assertThat(said).contains("mail: sent to 2 recipients").doesNotContain(SECRET, "AUTH", "dXNlcj1hbm4");
            assertThat(secure.said()).anyMatch(line -> line.startsWith("AUTH XOAUTH2 dXNlcj1hbm4"));
        }
    }

    /** What it says in a Java of its own. */
    private String process(int code, String... properties) throws IOException, InterruptedException {
        Path said = temporary.resolve("said");
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(properties));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.callsheet.cli.Main"));
        words.addAll(List.of("mail", "--verbose", site.toString()));
        ProcessBuilder mail = new ProcessBuilder(words);
        mail.environment().putAll(environment);
        Process process =
                mail.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(code);
        return Files.readString(said);
    }

    @Test
    void whatIsNoSiteOfOursIsNoInput() throws IOException {
        assertNoSite(temporary.resolve("nowhere"), "there is no such directory");
        Path other = Files.createDirectory(temporary.resolve("other"));
        assertNoSite(other, "was not written by callsheet, or not to its end: it has no callsheet-manifest.json");
        Files.writeString(other.resolve("callsheet-manifest.json"), "{");
        assertNoSite(other, "callsheet-manifest.json is no JSON");
        Files.writeString(other.resolve("callsheet-manifest.json"), "[]");
        assertNoSite(other, "callsheet-manifest.json is not one of callsheet");
        Files.writeString(other.resolve("callsheet-manifest.json"), "{\"schema\":\"callsheet.manifest/1\"}");
        assertNoSite(other, "has no mail/summary.eml; build it again with this version");
    }

    @Test
    void aMessageThatIsNotWhatWasWrittenIsNotSent() throws IOException {
        String changed =
                "mail/summary.eml is not what was written: it was changed, or cut, since; build the site again";
        Path message = site.resolve("mail/summary.eml");
        Files.writeString(message, MailedSite.EML.replace("4 of 10", "9 of 10"));
        assertNoSite(site, changed);
        Files.writeString(message, MailedSite.EML.substring(0, 100));
        assertNoSite(site, changed);
        Files.writeString(message, "");
        assertNoSite(site, changed);
        Files.delete(message);
        assertNoSite(site, "mail/summary.eml is missing; build the site again");
        Files.createDirectory(message);
        assertNoSite(site, "mail/summary.eml cannot be read");
    }

    @Test
    void norIsOneWhoseVerdictIsNotWhatWasWritten() throws IOException {
        environment.put("CALLSHEET_MAIL_WHEN", "not_passed");
        Files.writeString(site.resolve("data/report.json"), "{\"gate\":{\"verdict\":\"pass\"}}");
        assertNoSite(
                site, "data/report.json is not what was written: it was changed, or cut, since; build the site again");
    }

    private void assertNoSite(Path directory, String message) {
        site = directory;
        Outcome outcome = mail();
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).isEqualTo("callsheet: " + directory + ": " + message + "\n");
        assertThat(server.connections()).isZero();
    }

    private Outcome mail(String... options) {
        String[] words = Stream.concat(Stream.of("mail", site.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Program.run(new byte[0], environment, words);
    }
}
