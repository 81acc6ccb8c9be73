package dev.callsheet.testing;

import java.util.List;

/** Names that formats have been broken with. */
public final class HostileText {

    /** One for each trouble: markup, line ends, controls, halves of characters, directions, log commands, length. */
    public static final List<String> ALL = List.of(
            "<script>alert(1)</script> & \"quoted\" 'text'",
            "]]> <![CDATA[ x ]]> <!-- -- --> <?pi?> &lt; &#0; &bogus;",
            "first\r\nsecond\rthird\nfourth\u2028fifth\u0085sixth",
            "\u0000\u0001\u0008\u000b\u000c\u000e\u001b[31m\u001f\u007f\u0080\u0092\u009f",
            "lone \ud83d half \ude00 and \ufffe\uffff",
            "whole \ud83d\ude00 \ud83d\udc69\u200d\ud83d\ude80",
            "\u202etxt.exe\u202c \u2066x\u2069 \u200f\u061c",
            "::error::owned %0A::error::again",
            "::add-mask::a ##[error]b ##vso[task.complete result=Failed;]c ##teamcity[x]",
            "=HYPERLINK(\"http://evil.example\") javascript:alert(1)",
            "\u7684".repeat(1_200),
            "\"".repeat(1_200),
            " \t ");

    private HostileText() {}
}
