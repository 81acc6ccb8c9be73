package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<Table.Column<String>> COLUMNS = List.of(
            Table.Column.text("Name", Cell::text),
            Table.Column.text("Note", word -> Cell.soft(word.startsWith("b") ? "a note" : "")),
            Table.Column.number("Length", word -> word.length() > 9 ? "long" : Format.UNDEFINED));

    private static List<String> heads(List<String> rows) {
        Table table = Table.of("Words", rows, COLUMNS);
        assertThat(table.rows()).allMatch(row -> row.size() == table.columns().size());
        return table.columns().stream().map(Table.Head::title).toList();
    }

    @Test
    void aColumnThatSaysNothingOfAnyRowIsLeftOut() {
        assertThat(heads(List.of("a", "c"))).containsExactly("Name", "Length");
        assertThat(heads(List.of("a", "b"))).containsExactly("Name", "Note", "Length");
    }

    @Test
    void theFirstColumnNamesTheRowsAndStays() {
        assertThat(heads(List.of("", ""))).containsExactly("Name", "Length");
    }

    @Test
    void aTableWithoutRowsHasAllItsColumns() {
        assertThat(heads(List.of())).containsExactly("Name", "Note", "Length");
    }
}
