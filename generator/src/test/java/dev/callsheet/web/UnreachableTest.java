package dev.callsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.web.UnansweredException.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class UnreachableTest {

    private static UnansweredException of(Exception failure) {
        return Unreachable.because(new ExecutionException(failure), Duration.ofSeconds(5));
    }

    @Test
    void aHostThatNobodyKnowsIsToldFromOneThatRefuses() {
        UnansweredException unknown =
                of((ConnectException) new ConnectException().initCause(new UnresolvedAddressException()));

        assertThat(unknown.words()).isEqualTo("cannot be reached: there is no host of that name");
        assertThat(of(new UnknownHostException("a.example")).words()).isEqualTo(unknown.words());
        assertThat(of(new ConnectException("refused")).words())
                .isEqualTo("cannot be reached: the connection was refused");
    }

    @Test
    void aConnectionThatTakesTooLongIsToldFromOneThatBreaks() {
        UnansweredException slow = of(new HttpConnectTimeoutException("slow"));

        assertThat(slow.words()).isEqualTo("cannot be reached: no connection within 5 s");
        assertThat(slow.why()).isEqualTo(Cause.LATE);
    }

    @Test
    void wordsOfACertificateAreNotRepeated() {
        assertThat(of(new SSLHandshakeException("CN=<script>")).words())
                .isEqualTo("cannot be reached: TLS failed, its certificate is not trusted or it speaks no TLS");
    }

    @Test
    void whateverElseBreaksMayPass() {
        UnansweredException broken = of(new IOException("secret"));

        assertThat(broken.why()).isEqualTo(Cause.BROKEN);
        assertThat(broken.words()).doesNotContain("secret");
    }
}
