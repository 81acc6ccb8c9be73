package dev.callsheet.deliver;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection that ends by itself when it takes too long, whatever it is doing, and when the other side says too much.
 * The library's own time-outs are for each step alone, of which a hostile server can make any number.
 */
final class Connection extends Socket {

    private static final int MOST_BYTES = 1 << 18;

    private final Timer timer = new Timer("callsheet-mail", true);
    private volatile boolean late;
    private int received;

    private Connection() {}

    /** Connects, and makes sure who the server is where TLS begins at once. */
    static Connection to(SmtpServer server, Duration connect) throws IOException {
        // With the name as it was given: it is what a certificate must be for, not what an address is called elsewhere.
        InetAddress address = InetAddress.getByAddress(
                server.host(), InetAddress.getByName(server.host()).getAddress());
        if (server.security() == SmtpServer.Security.PLAIN && !address.isLoopbackAddress()) {
            throw new IOException("localhost is another machine");
        }
        Connection connection = new Connection();
        try {
            connection.connect(new InetSocketAddress(address, server.port()), (int)
                    Math.min(Integer.MAX_VALUE, connect.toMillis()));
            return connection;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** What is spoken over: itself, or TLS over it once the certificate is found to be the server's. */
    Socket secured(SmtpServer server, SSLSocketFactory tls) throws IOException {
        if (server.security() != SmtpServer.Security.TLS) {
            return this;
        }
        SSLSocket socket = (SSLSocket) tls.createSocket(this, server.host(), server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    void closeAfter(Duration limit) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        late = true;
                        try {
                            close();
                        } catch (IOException e) {
                            // The thread that reads or writes sees it soon enough.
                        }
                    }
                },
                limit.toMillis());
    }

    /** Whether it was closed because it took too long. */
    boolean isLate() {
        return late;
    }

    /** Whether the other side said more than an answer can be. */
    boolean isFlooded() {
        return received > MOST_BYTES;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                return counted(super.read(), 1);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                return counted(read, read);
            }
        };
    }

    private int counted(int read, int bytes) throws IOException {
        received += Math.max(0, bytes);
        if (isFlooded()) {
            throw new IOException("more than " + MOST_BYTES + " bytes");
        }
        return read;
    }

    @Override
    public synchronized void close() throws IOException {
        timer.cancel();
        super.close();
    }
}
