package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the chrome of pages. */
final class Frames {

    private Frames() {}

    /** The frame of a page of the bar: with the time of the data and what it leaves out. */
    static Page.Frame ofBar(PageContext context, String title) {
        return ofBar(context, context.here(), title);
    }

    /** The same of a page that stands under another page of the bar. */
    static Page.Frame ofBar(PageContext context, SafePath under, String title) {
        return frame(context, under, title, List.of(), List.of(), when(context), wholeness(context.report()));
    }

    /** The frame of the two pages under "Where", with the way to the other one. */
    static Page.Frame ofWhere(PageContext context, String title) {
        return frame(
                context, context.here(), title, List.of(), where(context), when(context), wholeness(context.report()));
    }

    /**
     * The frame of a page of one thing: without the time of the data and what it leaves out, so that the page changes
     * from night to night only where what it shows does.
     */
    static Page.Frame ofRecord(PageContext context, String title, List<Link> crumbs) {
        return frame(context, context.here(), title, crumbs, List.of(), null, null);
    }

    /** The way down to what was created on a night; null when it has no date. */
    static List<Link> crumbsOf(PageContext context, @Nullable LocalDate night) {
        Link nights = context.link(SitePaths.NIGHTS, "Nights");
        return night == null
                ? List.of(nights)
                : List.of(nights, context.link(SitePaths.night(night), Format.longDate(night)));
    }

    private static Page.Frame frame(
            PageContext context,
            SafePath under,
            String title,
            List<Link> crumbs,
            List<Link> siblings,
            @Nullable String when,
            @Nullable String wholeness) {
        List<Link> bar = new ArrayList<>();
        add(bar, context, under, SitePaths.LATEST, "Latest");
        add(bar, context, under, SitePaths.SCENARIOS, "Scenarios");
        add(bar, context, under, SitePaths.CHANGES, "Changes");
        add(bar, context, under, SitePaths.FLAKINESS, "Flakiness");
        add(bar, context, under, SitePaths.TONE, "Tone");
        where(context).stream()
                .findFirst()
                .ifPresent(first -> bar.add(new Link(first.href(), "Where", !siblings.isEmpty())));
        add(bar, context, under, SitePaths.NIGHTS, "Nights");
        List<Link> footer = new ArrayList<>();
        add(footer, context, context.here(), SitePaths.DATA, "Data");
        add(footer, context, context.here(), SitePaths.METHOD, "Method");
        add(footer, context, context.here(), SitePaths.PROBLEMS, "Problems");
        SafePath here = context.here();
        return new Page.Frame(
                title,
                context.assets().stylesheet().relativeTo(here),
                context.assets().script().relativeTo(here),
                SitePaths.FIND.relativeTo(here),
                when,
                wholeness,
                bar,
                siblings,
                crumbs,
                footer,
                null);
    }

    private static List<Link> where(PageContext context) {
        List<Link> where = new ArrayList<>();
        add(where, context, context.here(), SitePaths.PATHWAYS, "Pathways");
        add(where, context, context.here(), SitePaths.FAILURES, "Failures");
        return where;
    }

    private static void add(List<Link> links, PageContext context, SafePath current, SafePath page, String text) {
        String href = context.href(page);
        if (href != null) {
            links.add(new Link(href, text, page.equals(current) && !context.isAlone()));
        }
    }

    private static String when(PageContext context) {
        Analysis analysis = context.report().analysis();
        LocalDate night = analysis.night();
        return night == null
                ? "no finished run"
                : "night of " + Format.longDate(night) + " · data as of " + context.time(analysis.dataAsOf());
    }

    private static String wholeness(Report report) {
        Analysis analysis = report.analysis();
        Tally all = analysis.runs();
        List<String> parts = new ArrayList<>();
        if (all.total() == 0) {
            parts.add("no run loaded");
        } else {
            parts.add(Format.count(all.total(), "run") + " on "
                    + Format.count(analysis.nightNumbers().size(), "night"));
            String beside = Words.beside(all);
            parts.add(beside.isEmpty() ? "all runs passed or failed" : "not counted in rates: " + beside);
        }
        parts.addAll(FetchWords.brief(analysis.fetch()));
        long undated = analysis.nights().undated();
        if (undated > 0) {
            parts.add(Format.count(undated, "run") + " without a night");
        }
        long redactions =
                report.redactions().values().stream().mapToLong(Long::longValue).sum();
        parts.add(redactions == 0 ? "nothing redacted" : Format.count(redactions, "redaction"));
        long problems = report.problems().size();
        parts.add(problems == 0 ? "no problems in the input" : Format.count(problems, "problem") + " in the input");
        parts.add(HistoryWords.brief(report.history()));
        return String.join(" · ", parts);
    }
}
