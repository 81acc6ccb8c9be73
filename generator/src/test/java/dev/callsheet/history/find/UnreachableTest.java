package dev.callsheet.history.find;

import static dev.callsheet.history.find.SourceTrial.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class UnreachableTest {

    private static Answer of(Exception failure) {
        return Unreachable.answer(new ExecutionException(failure), 10, SMALL);
    }

    @Test
    void aHostThatNobodyKnowsIsToldFromOneThatRefuses() {
        Answer unknown = of((ConnectException) new ConnectException().initCause(new UnresolvedAddressException()));

        assertThat(unknown.failure()).isEqualTo("cannot be reached: there is no host of that name");
        assertThat(of(new UnknownHostException("a.example")).failure()).isEqualTo(unknown.failure());
        assertThat(of(new ConnectException("refused")).failure())
                .isEqualTo("cannot be reached: the connection was refused");
    }

    @Test
    void aConnectionThatTakesTooLongIsSaidAndNotTriedAgain() {
        Answer slow = of(new HttpConnectTimeoutException("slow"));

        assertThat(slow.failure()).isEqualTo("cannot be reached: no connection within 5 s");
        assertThat(slow.isPassing()).isFalse();
    }

    @Test
    void wordsOfACertificateAreNotRepeated() {
        assertThat(of(new SSLHandshakeException("CN=<script>")).failure())
                .isEqualTo("cannot be reached: TLS failed, its certificate is not trusted or it speaks no TLS");
    }

    @Test
    void whateverElseBreaksMayPass() {
        assertThat(of(new IOException("secret")).isPassing()).isTrue();
    }
}
