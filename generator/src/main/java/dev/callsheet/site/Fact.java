package dev.callsheet.site;

/** A name and its value, in a list of facts. */
public record Fact(String name, Cell value) {

    static Fact of(String name, String value) {
        return new Fact(name, Cell.text(value));
    }
}
