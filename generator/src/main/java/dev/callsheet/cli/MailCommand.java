package dev.callsheet.cli;

import dev.callsheet.config.MailSettings;
import dev.callsheet.deliver.Letter;
import dev.callsheet.model.OneLine;
import dev.callsheet.site.Format;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet mail}: send the summary that build wrote. */
@Command(
        name = "mail",
        description = {
            "Send the summary of a site by mail, to the recipients of mail.to and nobody else.",
            "The server is mail.server; " + MailSettings.USER + " with " + MailSettings.PASSWORD + " or "
                    + MailSettings.TOKEN + " signs in."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MailCommand implements Callable<Integer> {

    private static final int MOST_OF_A_SUBJECT = 200;

    private final Io io;

    @Parameters(paramLabel = "SITE", description = "Directory of a site that build wrote.")
    String site = "";

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    boolean dry;

    @Mixin
    CommonOptions common = new CommonOptions();

    MailCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Traces.off();
        Console console = common.console(io);
        MailDelivery delivery =
                MailDelivery.of(common.configuration(io, Map.of()).mail(), io.environment());
        MailDelivery.Outcome outcome = delivery.deliver(Path.of(site), dry, console);
        if (common.json) {
            io.out().print(Result.ofMail(site, outcome) + "\n");
        } else {
            print(outcome);
        }
        io.out().flush();
        return outcome.code().code();
    }

    /** The id of what was sent; of what would be, what a mail program shows. */
    private void print(MailDelivery.Outcome outcome) {
        @Nullable Letter letter = outcome.letter();
        if (letter == null) {
            return;
        }
        if (outcome.isSent()) {
            io.out().print(OneLine.of(letter.id()) + "\n");
        } else if (dry) {
            String from = common.verbose
                    ? letter.from().address()
                    : "an address at " + letter.from().domain();
            io.out()
                    .print("server: " + outcome.server() + "\nfrom: " + from + "\nto: "
                            + MailDelivery.recipients(letter)
                            + "\nsubject: " + OneLine.shortened(letter.subject(), MOST_OF_A_SUBJECT) + "\nmessage: "
                            + OneLine.of(letter.id()) + "\nsize: " + Format.bytes(letter.size()) + "\n");
        }
    }
}
