package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.ToneIssue;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueWordsTest {

    @ParameterizedTest
    @CsvSource({
        "empathy, description: Was curt., empathy: Was curt.",
        "flow_preservation, description: Was curt.; severity: high, flow preservation: Was curt.; severity high",
        "empathy, severity: high; maxScore: 0.4, empathy: severity high; maxScore 0.4",
        "empathy, '', empathy",
        "empathy, description: null; severity: null, empathy",
        "empathy, 'description: ', empathy",
        "empathy, 'text: He said: no; then left', 'empathy: He said: no; then left'",
        ", description: Was curt., Was curt.",
        ", severity: high; suggestion: be kind, severity high; suggestion be kind",
        ", Was curt., Was curt.",
        ", 'agent: was curt', 'agent: was curt'", // a sentence, not fields
        ", 'Note: was curt; tone: harsh', 'Note: was curt; tone: harsh'",
        ", '', an issue without words",
        "curt, curt, curt",
    })
    void anIssueReadsAsASentence(String category, String text, String words) {
        assertThat(IssueWords.of(new ToneIssue(category, text)).text()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "description: Was curt.; turn: 3, 3",
        "turn_number: 12; text: Was curt., 12",
        "turn: 0; text: Was curt., 0"
    })
    void aTurnIsAPlaceAndNoWord(String text, int turn) {
        IssueWords issue = IssueWords.of(new ToneIssue("empathy", text));
        assertThat(issue.turn()).hasValue(turn);
        assertThat(issue.text()).isEqualTo("empathy: Was curt.");
    }

    @Test
    void aTurnThatIsNoNumberIsAWord() {
        for (String turn : new String[] {"third", "-1", "1.5", "99999999999999999999", "٣"}) {
            assertThat(IssueWords.of(new ToneIssue("empathy", "text: Was curt.; turn: " + turn)))
                    .isEqualTo(new IssueWords("empathy: Was curt.; turn " + turn, OptionalInt.empty()));
        }
    }
}
