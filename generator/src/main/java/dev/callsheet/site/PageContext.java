package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the makers of pages share: the report, which pages exist, and links from the page being made. A page that stands
 * alone, in a file away from the site, links by address, or to nothing where the site's address is not known.
 */
final class PageContext {

    private final Report report;
    private final Assets assets;
    private final Labels labels;
    private final Set<SafePath> existing;
    private final SafePath here;

    /** The pictures of a page that stands alone; null of a page of the site. */
    private final @Nullable Map<String, byte[]> pictures;

    /** @param existing every page of the site */
    PageContext(Report report, Assets assets, Labels labels, Set<SafePath> existing, SafePath here) {
        this(report, assets, labels, existing, here, null);
    }

    private PageContext(
            Report report,
            Assets assets,
            Labels labels,
            Set<SafePath> existing,
            SafePath here,
            @Nullable Map<String, byte[]> pictures) {
        this.report = report;
        this.assets = assets;
        this.labels = labels;
        this.existing = existing;
        this.here = here;
        this.pictures = pictures;
    }

    Report report() {
        return report;
    }

    Assets assets() {
        return assets;
    }

    SafePath here() {
        return here;
    }

    PageContext at(SafePath page) {
        return new PageContext(report, assets, labels, existing, page);
    }

    /**
     * The context of a page of the site that is made to stand alone.
     *
     * @param charts as SVG, by the name of their specification
     */
    PageContext alone(SafePath page, Map<String, byte[]> charts) {
        Set<SafePath> reached = report.baseUrl() == null ? Set.of() : existing;
        return new PageContext(report, assets, labels, reached, page, charts);
    }

    /** Whether the page is not part of the site, so that no link leads to itself. */
    boolean isAlone() {
        return pictures != null;
    }

    /** Whether other pages can be reached from this one. What only names them has no use where they cannot. */
    boolean leadsOn() {
        return !existing.isEmpty();
    }

    /** Those of the links that lead to a page: to the others nobody can go. */
    List<Link> more(Link... links) {
        return Stream.of(links).filter(link -> link.href() != null).toList();
    }

    /** What an image of a chart is shown from: a file, or the picture itself; null when it was not drawn. */
    @Nullable
    String chart(String name) {
        if (pictures == null) {
            SafePath file = assets.charts().get(name);
            return file == null ? null : file.relativeTo(here);
        }
        byte[] svg = pictures.get(name);
        return svg == null
                ? null
                : "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    boolean exists(SafePath page) {
        return existing.contains(page);
    }

    /** The link's target; null when there is no such page. */
    @Nullable
    String href(SafePath page) {
        if (!exists(page)) {
            return null;
        }
        return pictures == null ? page.relativeTo(here) : SiteAddress.of(report, page);
    }

    Link link(SafePath page, String text) {
        return new Link(href(page), text, page.equals(here) && !isAlone());
    }

    Cell cell(SafePath page, String text) {
        return Cell.link(href(page), text);
    }

    Cell scenario(String id) {
        return cell(SitePaths.scenario(id), label(id));
    }

    /** What pages call a scenario. */
    String label(String scenarioId) {
        return labels.of(scenarioId);
    }

    boolean hasPage(CorpusRun run) {
        return href(run) != null;
    }

    /** The address of a run's page; null when it has none. */
    @Nullable
    String href(CorpusRun run) {
        return run.past() ? null : href(SitePaths.run(run.id()));
    }

    /** A run by some words. */
    Link link(CorpusRun run, String text) {
        return new Link(href(run), text, false);
    }

    /** A run by its time. */
    Cell run(CorpusRun run) {
        String time = time(run.facts().createdAt());
        return hasPage(run) ? new Cell.Links(List.of(link(run, time))) : Cell.soft(time + ", no page");
    }

    Cell night(@Nullable LocalDate night) {
        return night == null ? Cell.soft("no date") : cell(SitePaths.night(night), Format.longDate(night));
    }

    String time(@Nullable Instant instant) {
        return Format.time(instant, report.calendar().zone());
    }

    /** The attempts of an entry as squares; errors too, so that nothing is hidden. */
    Cell squares(@Nullable NightEntry entry) {
        return entry == null
                ? Cell.soft("not run")
                : squares(entry, entry.runs().size(), "");
    }

    /** The same, of the first attempts; how many there were, where they are not known one by one. */
    Cell squares(NightEntry entry, int most, String rest) {
        return entry.isSealed()
                ? Cell.soft(Format.count(entry.tally().total(), "run"))
                : squares(entry.runs(), most, rest);
    }

    Cell squares(List<CorpusRun> runs) {
        return squares(runs, runs.size(), "");
    }

    /**
     * The first attempts as squares.
     *
     * @param most how many
     * @param rest the address of where the others are
     */
    Cell squares(List<CorpusRun> runs, int most, String rest) {
        List<Square> squares = new ArrayList<>();
        for (int i = 0; i < Math.min(most, runs.size()); i++) {
            CorpusRun run = runs.get(i);
            squares.add(Square.of(run, i + 1, href(run)));
        }
        int more = runs.size() - squares.size();
        return new Cell.Squares(squares, more == 0 ? null : Link.to(rest, "+" + Format.grouped(more) + " more"));
    }
}
