package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Turn;
import dev.callsheet.site.TurnAlignment.Kind;
import dev.callsheet.site.TurnAlignment.Row;
import dev.callsheet.testing.HostileText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnAlignmentTest {

    @Test
    void equalCallsAreTheSameTurnForTurn() {
        List<Turn> call = call("a: Hello!", "c: Hi.", "a: Bye.");
        assertThat(rows(call, call)).containsExactly("SAME 1 1", "SAME 2 2", "SAME 3 3");
    }

    @ParameterizedTest
    @CsvSource({
        "Hello!, hello",
        "I'd like two., I’d like  two",
        "TITLE, title",
        "ﬁne, fine",
        "…, ' '",
        "'', —",
        "e-mail, e mail",
        "co\u00adoperate, cooperate",
    })
    void caseSpaceAndPunctuationMakeNoDifference(String one, String other) {
        assertThat(kind(one, other)).isEqualTo(Kind.SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "3 pm, 4 pm",
        "is 50, is -50",
        "5, 5%",
        "1.05, 1 05",
        "👍, 👎",
        "'', Yes.",
        "resume, résumé",
        "$5, £5",
        "a part, apart"
    })
    void wordsAndFiguresDo(String one, String other) {
        assertThat(kind(one, other)).isNotEqualTo(Kind.SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "Your visit is on Tuesday., Your visit is on Wednesday., NEAR",
        "Yes., 'Yes, please.', NEAR",
        "Yes., 'Yes, I really would.', OTHERWISE",
        "Your visit is on Tuesday., We are closed., OTHERWISE",
        "'', Yes., OTHERWISE",
        "您的预约是星期二。, 您的预约是星期三。, NEAR",
        "您的预约是星期二。, 我们关门了。, OTHERWISE",
    })
    void turnsWithMostOfTheirWordsInCommonAreNear(String one, String other, Kind kind) {
        assertThat(kind(one, other)).isEqualTo(kind);
        assertThat(kind(other, one)).isEqualTo(kind);
    }

    @Test
    void oneTurnMoreDoesNotShiftWhatFollows() {
        List<Turn> call = call("a: Hello!", "c: One moment.", "a: Of course.", "c: I want to book.", "a: When?");
        List<Turn> pass = call("a: Hello!", "c: I want to book.", "a: When?");
        assertThat(rows(call, pass))
                .containsExactly("SAME 1 1", "ONLY_HERE 2 0", "ONLY_HERE 3 0", "SAME 4 2", "SAME 5 3");
        assertThat(rows(pass, call))
                .containsExactly("SAME 1 1", "ONLY_THERE 0 2", "ONLY_THERE 0 3", "SAME 2 4", "SAME 3 5");
    }

    @Test
    void theSameWordsOfAnotherSpeakerAreNotTheSame() {
        assertThat(rows(call("a: Hello?"), call("c: Hello?"))).containsExactly("ONLY_HERE 1 0", "ONLY_THERE 0 1");
        assertThat(rows(List.of(new Turn(null, "Hello?")), call("a: Hello?")))
                .containsExactly("ONLY_HERE 1 0", "ONLY_THERE 0 1");
        assertThat(rows(List.of(new Turn(null, "Hello?")), List.of(new Turn(null, "hello"))))
                .containsExactly("SAME 1 1");
    }

    @Test
    void turnsOfOneSpeakerAtOnePlaceAreSaidOtherwise() {
        assertThat(rows(call("a: Hello!", "c: Cancel it.", "a: Bye."), call("a: Hello!", "c: Book one.", "a: Bye.")))
                .containsExactly("SAME 1 1", "OTHERWISE 2 2", "SAME 3 3");
    }

    @Test
    void aShortWordFarAwayDoesNotTearTheCallsApart() {
        List<Turn> call = call("c: Yes.", "a: Which day?", "c: Monday.", "a: At nine?", "c: At ten.", "a: Done.");
        List<Turn> pass = call("c: No.", "a: What time?", "c: Noon.", "a: Today?", "c: Yes.", "a: Booked.");
        assertThat(rows(call, pass)).first().isEqualTo("OTHERWISE 1 1");
    }

    @Test
    void aCallThatEndsEarlyLeavesTheRestToTheOther() {
        assertThat(rows(call("a: Hello!"), call("a: Hello!", "c: Hi.", "a: Bye.")))
                .containsExactly("SAME 1 1", "ONLY_THERE 0 2", "ONLY_THERE 0 3");
        assertThat(rows(call("a: Hello!", "c: Hi."), List.of())).containsExactly("ONLY_HERE 1 0", "ONLY_HERE 2 0");
        assertThat(rows(List.of(), List.of())).isEmpty();
    }

    @Test
    void everyComparedTurnStandsInOneRowAndInOrder() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            List<Turn> call = someCall(random);
            List<Turn> pass = someCall(random);
            List<Row> rows = TurnAlignment.of(call, pass).rows();
            assertThat(rows.stream().map(Row::here).filter(turn -> turn > 0))
                    .containsExactlyElementsOf(numbers(call.size()));
            assertThat(rows.stream().map(Row::there).filter(turn -> turn > 0))
                    .containsExactlyElementsOf(numbers(pass.size()));
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.kind() == Kind.ONLY_HERE).isEqualTo(row.there() == 0);
                assertThat(row.kind() == Kind.ONLY_THERE).isEqualTo(row.here() == 0);
            });
        }
    }

    @Test
    void ofVeryLongCallsTheBeginningsAreCompared() {
        List<Turn> call = IntStream.range(0, 10_000)
                .mapToObj(i -> new Turn(i % 2 == 0 ? "assistant" : "user", "turn " + i))
                .toList();
        List<Row> rows = TurnAlignment.of(call, call).rows();
        assertThat(rows).hasSize(TurnAlignment.MOST_TURNS).allMatch(row -> row.kind() == Kind.SAME);
    }

    @Test
    void whatIsNearIsLookedForInTheFirstWordsAndTheSameInAll() {
        String long1 = "so ".repeat(TurnAlignment.MOST_WORDS) + "one";
        String long2 = "so ".repeat(TurnAlignment.MOST_WORDS) + "two";
        assertThat(kind(long1, long2)).isEqualTo(Kind.NEAR);
        assertThat(kind(long1, long1.toUpperCase(Locale.ROOT))).isEqualTo(Kind.SAME);
        assertThat(kind("no no no no no", "no yes")).isEqualTo(Kind.NEAR); // each word once
    }

    @Test
    void hostileTextsAreComparedLikeOthers() {
        List<Turn> call = HostileText.ALL.stream()
                .map(text -> new Turn("user", text))
                .limit(TurnAlignment.MOST_TURNS)
                .toList();
        assertThat(TurnAlignment.of(call, call).rows()).allMatch(row -> row.kind() == Kind.SAME);
    }

    private static List<Turn> someCall(Random random) {
        List<String> words = List.of("yes", "no", "book it please", "book it now please", "bye");
        List<Turn> call = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            call.add(new Turn(random.nextBoolean() ? "user" : "assistant", words.get(random.nextInt(words.size()))));
        }
        return call;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private static Kind kind(String one, String other) {
        List<Row> rows = TurnAlignment.of(List.of(new Turn("user", one)), List.of(new Turn("user", other)))
                .rows();
        assertThat(rows).hasSize(1);
        return rows.get(0).kind();
    }

    private static List<String> rows(List<Turn> call, List<Turn> pass) {
        return TurnAlignment.of(call, pass).rows().stream()
                .map(row -> row.kind() + " " + row.here() + " " + row.there())
                .toList();
    }

    /** "a: …" is the agent's turn, "c: …" the caller's. */
    static List<Turn> call(String... turns) {
        return Arrays.stream(turns)
                .map(turn -> new Turn(turn.startsWith("a") ? "assistant" : "user", turn.substring(3)))
                .toList();
    }
}
