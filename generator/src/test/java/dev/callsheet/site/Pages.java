package dev.callsheet.site;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.testing.Plans;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the makers of pages are given, from a corpus; every page that is asked for exists. */
record Pages(Corpus corpus, Report report) {

    static Pages of(Corpus corpus) {
        return new Pages(corpus, Plans.report(Plans.analysis(corpus)));
    }

    /** The context of a page of the planned site; other pages may be said to exist as well. */
    PageContext at(SafePath here, SafePath... more) {
        Assets assets = Plans.assets(report.analysis());
        Set<SafePath> existing =
                new HashSet<>(Plans.of(corpus, report.analysis()).paths());
        existing.addAll(Arrays.asList(more));
        return new PageContext(report, assets, new Labels(report.analysis().scenarios()), existing, here);
    }

    ScenarioNumbers scenario(String id) {
        return report.analysis().scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    CorpusRun run(String id) {
        return corpus.runs().stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The words of a table's rows; a drawing is its description. */
    static List<List<String>> texts(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(Pages::text).toList())
                .toList();
    }

    static List<String> heads(Table table) {
        return table.columns().stream().map(Table.Head::title).toList();
    }

    static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Code code) {
            return code.text();
        } else if (cell instanceof Cell.State state) {
            return state.word();
        } else if (cell instanceof Cell.Label label) {
            return label.state().word();
        } else if (cell instanceof Cell.Strip strip) {
            return strip.description();
        } else if (cell instanceof Cell.Links links) {
            return links.links().stream().map(Link::text).collect(Collectors.joining(" "));
        } else if (cell instanceof Cell.Squares squares) {
            return squares.squares().stream().map(Square::cssClass).collect(Collectors.joining());
        } else if (cell instanceof Cell.Bars bars) {
            return bars.description();
        } else if (cell instanceof Cell.Spark spark) {
            return spark.description();
        } else if (cell instanceof Cell.Band band) {
            return band.description();
        }
        throw new IllegalArgumentException("no words for " + cell);
    }
}
