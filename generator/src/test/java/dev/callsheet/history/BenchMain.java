package dev.callsheet.history;

import dev.callsheet.corpus.*;
import dev.callsheet.model.*;
import java.lang.management.ManagementFactory;
import java.time.*;
import java.util.*;

class BenchMain {
    static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    @SuppressWarnings("all")
    public static void main(String[] a) throws Exception {
        java.nio.file.Path dir = java.nio.file.Path.of(a[1]);
        if (a[0].equals("write")) {
            java.nio.file.Files.createDirectories(dir);
            Suite suite = new Suite(1, 200);
            Keep keep = new Keep("main", ZoneOffset.UTC, LocalTime.MIDNIGHT, false, 400, 40L << 20);
            double t = cpu();
            long bytes = 0;
            for (int n = 0; n < 400; n++) {
                LocalDate night = LocalDate.of(2025, 1, 1).plusDays(n);
                CorpusBuilder b = new CorpusBuilder();
                for (RunFacts f : suite.night(night, 5)) b.run(new Run(f, RunText.EMPTY));
                try (Corpus c = b.build()) {
                    Kept k = WriterV1.runs(keep, night, List.of(), c.runs());
                    bytes += k.content().length;
                    java.nio.file.Files.write(dir.resolve(k.name()), k.content());
                }
            }
            System.out.println("bytes " + bytes + " cpu " + (cpu() - t));
            return;
        }
        List<RawFile> files = new ArrayList<>();
        for (var f : java.nio.file.Files.list(dir).toList())
            files.add(new RawFile(f.getFileName().toString(), f.toString(), java.nio.file.Files.readAllBytes(f)));
        for (int i = 0; i < Integer.parseInt(a[2]); i++) {
            long[] n = new long[2];
            ArrayList<RunFacts> all = new ArrayList<>();
            HistorySink sink = new HistorySink() {
                public void run(RunFacts run) {
                    all.add(run);
                }

                public void scenario(Scenario s) {}

                public void batch(Batch s) {}

                public void simulationSet(SimulationSet s) {}

                public void sealedNight(SealedNight s) {}

                public void problem(Problem p) {
                    n[1]++;
                }
            };
            double t = cpu();
            long w = System.nanoTime();
            HistoryReader.read(files, "main", sink);
            System.out.printf(
                    "runs %d problems %d cpu %.2f wall %.2f%n",
                    all.size(), n[1], cpu() - t, (System.nanoTime() - w) / 1e9);
        }
    }
}
