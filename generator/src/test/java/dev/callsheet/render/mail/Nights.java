package dev.callsheet.render.mail;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;

import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reports that mails are made of. */
final class Nights {

    private static final int SCENARIOS = 10_000;

    private Nights() {}

    /** Ten nights of two scenarios; on the eleventh one of them fails, the other is flaky. */
    static GivenSuite story() {
        return new GivenSuite()
                .required("cancel")
                .runs("cancel", 10, "PPPPP")
                .night("cancel", 11, "FFFFF")
                .runs("angry", 11, "PPFPF")
                .night("angry", 11, "EC")
                .tone("cancel", 11, 3, "0.5");
    }

    static Report worse(Corpora corpora) {
        return Mails.published(new GivenFindings().on(corpora.of(story())));
    }

    static Report good(Corpora corpora) {
        return new GivenFindings().on(corpora.of(new GivenSuite().runs("a", 8, "PPP")));
    }

    static Report first(Corpora corpora) {
        return new GivenFindings().on(corpora.of(new GivenSuite().night("a", 14, "PPF")));
    }

    static Report errorsOnly(Corpora corpora) {
        return new GivenFindings()
                .on(corpora.of(new GivenSuite().runs("a", 3, "PP").night("a", 4, "EE")));
    }

    static Report none(Corpora corpora) {
        return new GivenFindings().on(corpora.of(scenario("a")));
    }

    /** All that can be long is, in characters that take twelve bytes each in a mail. */
    static Report enormous(Corpora corpora) {
        List<Given> records = new ArrayList<>();
        IntStream.range(0, SCENARIOS).forEach(i -> {
            String id = "查".repeat(300) + i;
            String name = "😀询".repeat(600) + i;
            var scenario = scenario(id).named(name);
            records.add(i < 200 ? scenario.required() : scenario);
            records.add(run("b" + i).of(id).at("2026-04-13"));
            records.add(run("f" + i).of(id).at("2026-04-14").failed().tone(ToneDimension.EMPATHY, "0.2"));
        });
        records.add(Given.fetch().runs(10, 5).missing(Kind.RUN, "r", "😀".repeat(900)));
        var corpus = corpora.of(records);
        GivenFindings findings = new GivenFindings().usual(ToneDimension.EMPATHY, 0.8, 0.9);
        IntStream.range(0, 50).forEach(i -> findings.failedAssertion("😀".repeat(1_200) + i, corpus));
        return Mails.published(
                findings.on(corpus),
                "https://" + "long.".repeat(40) + "example.org/" + "directory/".repeat(30),
                "main");
    }

    /** A night whose scenario, assertion and reason of a fetch are this text. */
    static Report of(String text, Corpora corpora) {
        var corpus = corpora.of(
                scenario("s").named(text).required(),
                run("1").of("s").at("2026-04-13"),
                run("2").of("s").at("2026-04-14").failed(),
                run("3").of("s").at("2026-04-14"),
                Given.fetch().runs(10, 5).missing(Kind.RUN, "r", text));
        return Mails.published(new GivenFindings().failedAssertion(text, corpus).on(corpus));
    }
}
