package dev.callsheet.cli;

import java.util.Map;

/**
 * A page that stands for its type.
 *
 * @param site what the site was built from
 * @param type of the page, with its path
 * @param bases the address of the site by the place it is read from, with a slash at its end
 */
record SitePage(String site, PageType type, Map<Place, String> bases) {

    /** Where a reader may find the report. */
    enum Place {
        DISK,
        /** On disk in a folder far down, as downloads are unpacked. */
        DEEP,
        /** On disk in a folder with spaces, foreign letters, and signs that mean something in an address. */
        FOREIGN,
        /** Under a folder of a server, as a project's page on a forge is. */
        SERVER,
        /** At the top of a server. */
        ROOT,
        /** Under the header that Jenkins sends with each file of a build. */
        JENKINS
    }

    /** Of the page inside the site. */
    String path() {
        return type.path();
    }

    String base(Place place) {
        return bases.getOrDefault(place, "");
    }

    String address(Place place) {
        return base(place) + path();
    }

    @Override
    public String toString() {
        return site + " " + path();
    }
}
