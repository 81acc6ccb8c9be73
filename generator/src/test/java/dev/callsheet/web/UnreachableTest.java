package dev.callsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsheet.web.UnansweredException.Cause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
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
    void aCertificateThatIsNotTrustedStaysSoAndItsWordsAreNotRepeated() {
        UnansweredException untrusted = of(
                (SSLException) new SSLHandshakeException("CN=<script>").initCause(new CertificateException("CN=<b>")));

        assertThat(untrusted.words()).isEqualTo("cannot be reached: its certificate is not trusted");
        assertThat(untrusted.why()).isEqualTo(Cause.REFUSED);
    }

    @Test
    void aConnectionThatBreaksDuringTheHandshakeMayPass() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> hangUp(socket)).start();
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + socket.getLocalPort()))
                    .build();
            Exchanges exchanges = new Exchanges(Duration.ofSeconds(20));

            assertThatExceptionOfType(UnansweredException.class)
                    .isThrownBy(() -> exchanges.send(request, status -> 0, Duration.ofSeconds(20)))
                    .withMessage("cannot be reached: TLS failed, the connection broke or it speaks no TLS")
                    .extracting(UnansweredException::why)
                    .isEqualTo(Cause.BROKEN);
        }
    }

    /** Until the socket is closed; a client may ask again. */
    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connection.getInputStream().readNBytes(50);
            } catch (IOException closed) {
                // The client, or the test at its end.
            }
        }
    }

    @Test
    void whateverElseBreaksMayPass() {
        UnansweredException broken = of(new IOException("secret"));

        assertThat(broken.why()).isEqualTo(Cause.BROKEN);
        assertThat(broken.words()).doesNotContain("secret");
    }
}
