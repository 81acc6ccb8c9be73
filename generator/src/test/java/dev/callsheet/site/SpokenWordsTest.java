package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Your balance is -50 euros.|your balance is -50 euros",
                "Your balance is \u221250.|your balance is -50",
                "(\u201350)|-50",
                "Between 3-4 or 555-0199|between 3 4 or 555 0199",
                "- 5 apples, well-known, Mon-5|5 apples well known mon 5",
                "1.05, 1,000.5 at 10:30.|1.05 1,000.5 at 10:30",
                "5% or 5 % or 5.|5 % or 5 % or 5",
                "\u0665\u066A|\u0665 \u066A",
            })
    void whatMakesAFigureAnotherOneIsHeard(String text, String words) {
        assertThat(String.join(" ", SpokenWords.of(text))).isEqualTo(words);
    }

    @Test
    void vowelsAndTonesBelongToTheirCharacter() {
        assertThat(SpokenWords.of("\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35"))
                .containsExactly("\u0E2A", "\u0E27\u0E31", "\u0E2A", "\u0E14\u0E35"); // sawatdi
        assertThat(SpokenWords.of("\u1798\u17B6\u1793 OK")).containsExactly("\u1798\u17B6", "\u1793", "ok");
        assertThat(SpokenWords.of("re\u0301sume\u0301")).containsExactly("r\u00E9sum\u00E9");
        assertThat(SpokenWords.of("\u0928\u092E\u0938\u094D\u0924\u0947")).hasSize(1); // Hindi has spaces
    }

    @Test
    void aLongVowelOfKatakanaIsACharacterOfItsWord() {
        assertThat(SpokenWords.of("コーヒーを")).isEqualTo(List.of("コ", "ー", "ヒ", "ー", "を"));
        assertThat(SpokenWords.count("コーヒーをください")).isEqualTo(4);
    }

    @Test
    void twoCharactersTakeAsLongAsAWord() {
        assertThat(SpokenWords.count("您的预约是星期二")).isEqualTo(4);
        assertThat(SpokenWords.count("Say 您的 now")).isEqualTo(3);
        assertThat(SpokenWords.count("… \u200B —")).isZero();
    }
}
