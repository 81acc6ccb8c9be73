package dev.callsheet.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server of this machine that speaks SMTP line by line: politely, or as it is told. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Answers that are none. */
    public static final String DROP = "<drop>";

    public static final String SILENCE = "<silence>";
    public static final String FLOOD = "<flood>";
    /** One letter a moment, for ever. */
    public static final String DRIP = "<drip>";

    /** An answer to DATA after which nothing is read. */
    public static final String STALL = "354 in vain";

    /** What stands for the greeting, and for the dot at the end of the message. */
    public static final String GREETING = "<greeting>";

    public static final String DOT = ".";

    private static final long MOMENT = 20;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final @Nullable SSLContext tls;
    private final boolean fromTheStart;
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final List<String> transcript = Collections.synchronizedList(new ArrayList<>());
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private int connections;

    /** Without TLS. */
    public static ScriptedSmtp plain() {
        return new ScriptedSmtp(null, false);
    }

    /** Offers STARTTLS. */
    public static ScriptedSmtp startTls(SSLContext tls) {
        return new ScriptedSmtp(tls, false);
    }

    /** Speaks TLS from the first byte. */
    public static ScriptedSmtp tls(SSLContext tls) {
        return new ScriptedSmtp(tls, true);
    }

    private ScriptedSmtp(@Nullable SSLContext tls, boolean fromTheStart) {
        this.tls = tls;
        this.fromTheStart = fromTheStart;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /**
     * Answers a command that begins so with one after the other, then for ever with the last. A line break in an answer
     * is one on the wire.
     */
    public ScriptedSmtp on(String command, String... each) {
        answers.put(command, Collections.synchronizedList(new ArrayList<>(List.of(each))));
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Lines of both sides, {@code C: } or {@code S: } first; those of messages are left out. */
    public List<String> transcript() {
        return List.copyOf(transcript);
    }

    /** What the client said, all but messages. */
    public List<String> said() {
        return transcript().stream()
                .filter(line -> line.startsWith("C: "))
                .map(line -> line.substring(3))
                .toList();
    }

    /** Whole messages, dots unstuffed. */
    public List<String> received() {
        return List.copyOf(received);
    }

    public synchronized int connections() {
        return connections;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (this) {
                    connections++;
                }
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket first) {
        try (first) {
            new Conversation(first, tls != null && fromTheStart ? secured(first, tls) : first).hold();
        } catch (IOException e) {
            transcript.add("S: (the connection ended)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket secured(Socket socket, SSLContext tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private String scripted(String command, String usual) {
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> {
                    List<String> left = entry.getValue();
                    return left.size() > 1 ? left.remove(0) : left.get(0);
                })
                .orElse(usual);
    }

    /** One connection. */
    private final class Conversation {

        private final Socket bare;
        private InputStream in;
        private OutputStream out;
        private boolean secure;

        Conversation(Socket bare, Socket socket) throws IOException {
            this.bare = bare;
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            secure = socket != bare;
        }

        void hold() throws IOException, InterruptedException {
            if (!answer(scripted(GREETING, "220 relay.example.com ESMTP"))) {
                return;
            }
            for (String line = line(); line != null; line = line()) {
                transcript.add("C: " + line);
                String answer = scripted(line, usual(line));
                if (!answer(answer) || line.equals("QUIT")) {
                    return;
                }
                if (line.equals("STARTTLS") && answer.startsWith("220") && tls != null) {
                    Socket socket = secured(bare, tls);
                    transcript.add("(TLS)");
                    in = new BufferedInputStream(socket.getInputStream());
                    out = socket.getOutputStream();
                    secure = true;
                }
                if (line.equals("DATA") && answer.startsWith("354")) {
                    received.add(message());
                    transcript.add("C: (the message)");
                    transcript.add("C: .");
                    if (!answer(scripted(DOT, "250 2.0.0 taken"))) {
                        return;
                    }
                }
            }
        }

        private String usual(String line) {
            if (line.startsWith("EHLO ")) {
                return "250-relay.example.com\n" + (tls != null && !secure ? "250-STARTTLS\n" : "")
                        + "250 AUTH PLAIN LOGIN XOAUTH2";
            }
            if (line.startsWith("AUTH ")) {
                return "235 2.7.0 welcome";
            }
            return switch (line) {
                case "STARTTLS" -> "220 2.0.0 go ahead";
                case "DATA" -> "354 go ahead";
                case "QUIT" -> "221 2.0.0 bye";
                default -> "250 2.0.0 ok";
            };
        }

        /** Whether the connection goes on. */
        private boolean answer(String answer) throws IOException, InterruptedException {
            if (answer.equals(DROP)) {
                transcript.add("S: (drops the connection)");
                return false;
            }
            while (answer.equals(SILENCE)) {
                Thread.sleep(MOMENT);
            }
            while (answer.equals(FLOOD)) {
                out.write("250-and more\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
            }
            while (answer.equals(DRIP)) {
                out.write('2');
                out.flush();
                Thread.sleep(MOMENT);
            }
            answer.lines().forEach(line -> transcript.add("S: " + line));
            out.write((answer.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (answer.equals(STALL)) {
                Thread.sleep(MOMENT);
            }
            return true;
        }

        private String message() throws IOException {
            StringBuilder message = new StringBuilder();
            for (String line = line(); line != null && !line.equals("."); line = line()) {
                message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            return message.toString();
        }

        private @Nullable String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
                }
                line.write(c);
            }
            return null;
        }
    }
}
