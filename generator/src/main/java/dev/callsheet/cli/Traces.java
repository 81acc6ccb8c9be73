package dev.callsheet.cli;

import java.util.List;

/** What makes Java print everything that it sends, secrets too. */
final class Traces {

    private static final List<String> PROPERTIES =
            List.of("jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug", "javax.net.debug");

    private Traces() {}

    /** Turns them off, as long as nothing has been sent yet. */
    static void off() {
        PROPERTIES.forEach(System::clearProperty);
    }
}
