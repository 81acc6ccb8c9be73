package dev.callsheet.cli;

import dev.callsheet.model.Sha256;
import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import dev.callsheet.render.data.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A site of which there is only what mail needs. */
final class MailedSite {

    static final String ID = "<callsheet.main.2026-04-14.0123abcd@callsheet.invalid>";

    static final String EML = String.join(
            "\r\n",
            "Date: Tue, 14 Apr 2026 06:00:00 +0000",
            "From: Callsheet <callsheet@localhost>",
            "To: undisclosed-recipients:;",
            "Message-ID: " + ID,
            "Subject: =?UTF-8?Q?1_got_worse_=E2=80=93_main?=",
            "",
            "Refund, tonight 4 of 10",
            "");

    private MailedSite() {}

    /** @param verdict of the gate */
    static Path of(Path directory, String verdict) {
        return of(directory, verdict, EML);
    }

    static Path of(Path directory, String verdict, String eml) {
        SortedMap<SafePath, FileDigest> files = new TreeMap<>();
        Map.of("mail/summary.eml", eml, "data/report.json", "{\"gate\":{\"verdict\":\"" + verdict + "\"}}")
                .forEach((path, text) -> {
                    byte[] content = text.getBytes(StandardCharsets.UTF_8);
                    write(directory.resolve(path), content);
                    files.put(new SafePath(path), new FileDigest(Sha256.hex(content), content.length));
                });
        write(directory.resolve("callsheet-manifest.json"), Manifest.of(files, "0.1.0", Sha256.hex(new byte[0])));
        return directory;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
