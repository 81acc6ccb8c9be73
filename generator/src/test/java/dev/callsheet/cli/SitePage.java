package dev.callsheet.cli;

import java.util.Map;

/**
 * A page that stands for its type.
 *
 * @param site what the site was built from
 * @param path of the page inside the site
 * @param bases the address of the site by the place it is read from, with a slash at its end
 */
record SitePage(String site, String path, Map<Place, String> bases) {

    /** Where a reader may find the report. */
    enum Place {
        DISK,
        SERVER,
        /** Under the header that Jenkins sends with each file of a build. */
        JENKINS
    }

    String base(Place place) {
        return bases.getOrDefault(place, "");
    }

    String address(Place place) {
        return base(place) + path;
    }

    @Override
    public String toString() {
        return site + " " + path;
    }
}
