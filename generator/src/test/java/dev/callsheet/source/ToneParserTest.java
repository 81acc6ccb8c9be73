package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import org.junit.jupiter.api.Test;

class ToneParserTest {

    private static CollectingSink tone(String tone) {
        return CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "bland_tone_score": %s}""".formatted(tone));
    }

    @Test
    void eachDimensionStandsForItself() {
        CollectingSink sink = tone("""
                {"naturalness": 95, "empathy": 0.05, "conciseness": null, "flow_preservation": {}, "sarcasm": 0.4}""");

        var scores = sink.onlyRun().facts().tone();
        assertThat(scores.get(ToneDimension.EMPATHY)).hasToString("Score[billionths=50000000]");
        assertThat(scores.get(ToneDimension.NATURALNESS)).isNull();
        assertThat(scores.get(ToneDimension.OVERALL)).isNull();
        assertThat(sink.told())
                .containsExactly(
                        "VALUE -#/bland_tone_score/naturalness: the number 95",
                        "VALUE -#/bland_tone_score/flow_preservation: an object");
    }

    @Test
    void anEmptyScoreIsNoScore() {
        CollectingSink sink = tone("{}");

        assertThat(sink.onlyRun().facts().tone().isScored()).isFalse();
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void issuesAreTextsOrObjects() {
        CollectingSink sink = tone("""
                {"issues": ["too fast", {"category": "empathy", "description": "cold", "turn": 3},
                            {"type": "pace", "text": "slow"}, {"category": 5, "note": "x"}, 7, null]}""");

        assertThat(sink.onlyRun().text().toneIssues())
                .containsExactly(
                        new ToneIssue(null, "too fast"),
                        new ToneIssue("empathy", "description: cold; turn: 3"),
                        new ToneIssue("pace", "text: slow"),
                        new ToneIssue(null, "category: 5; note: x"));
        assertThat(sink.told())
                .containsExactly(
                        "VALUE -#/bland_tone_score/issues/4: a number", "VALUE -#/bland_tone_score/issues/5: null");
    }

    @Test
    void examplesNeedATextAndCountTurnsFromOne() {
        CollectingSink sink = tone("""
                {"examples": [{"turn": 3, "category": "empathy", "text": "Happy to help", "sentiment": "positive"},
                              {"turn": 0, "text": "a"}, {"turn": "3", "text": "b"}, {"turn": 99, "text": "c"},
                              {"turn": 1}, {"text": 5}, "x"]}""");

        assertThat(sink.onlyRun().text().toneExamples())
                .containsExactly(
                        new ToneExample(3, "empathy", "Happy to help", "positive"),
                        new ToneExample(null, null, "a", null),
                        new ToneExample(null, null, "b", null),
                        new ToneExample(99, null, "c", null));
        assertThat(sink.told())
                .containsExactlyInAnyOrder(
                        "VALUE -#/bland_tone_score/examples/1/turn: the number 0",
                        "VALUE -#/bland_tone_score/examples/2/turn: the text \"3\"",
                        "VALUE -#/bland_tone_score/examples/4/text: nothing",
                        "VALUE -#/bland_tone_score/examples/5/text: a number",
                        "VALUE -#/bland_tone_score/examples/6: a text");
    }
}
