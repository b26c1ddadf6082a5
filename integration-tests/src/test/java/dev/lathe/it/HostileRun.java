package dev.lathe.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** Compiles all hostile documents in one process of little memory, and notes what they reach for. */
final class HostileRun {

    private static final List<String> REACHED = new ArrayList<>();

    private HostileRun() {}

    /**
     * What came of a document.
     *
     * @param millis of processor time, of a sound document without javac's work on what is generated
     * @param said all messages, on one line
     */
    record Row(String name, boolean success, long millis, String reached, String classes, String said) {

        static Row parse(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(
                    cells[0], Boolean.parseBoolean(cells[1]), Long.parseLong(cells[2]), cells[3], cells[4], cells[5]);
        }

        @Override
        public String toString() {
            return String.join(
                    "\t",
                    name,
                    String.valueOf(success),
                    String.valueOf(millis),
                    reached,
                    classes,
                    said.replaceAll("\\s+", " "));
        }
    }

    public static void main(String[] arguments) throws IOException {
        URL.setURLStreamHandlerFactory(
                protocol -> protocol.startsWith("http") || protocol.equals("ftp") ? new Refusing() : null);
        ProxySelector.setDefault(new Noting());
        // The first run pays for the start of the compiler.
        Document first = Corpus.own().get(2);
        InMemory.of(first).run();
        List<String> rows = new ArrayList<>();
        for (Document document : Corpus.documents()) {
            if (!document.expected().equals("generate")) {
                rows.add(run(document).toString());
            }
        }
        Files.write(Path.of(arguments[0]), rows);
    }

    private static Row run(Document document) {
        REACHED.clear();
        InMemory.Outcome outcome = InMemory.of(document).run();
        List<String> said = outcome.messages(Diagnostic.Kind.values());
        return new Row(
                document.name(),
                outcome.success(),
                leastMillis(document, outcome.success()),
                String.join(" ", REACHED),
                String.join(",", outcome.classes().keySet()),
                String.join(" | ", said));
    }

    /** Again where it took long: somebody else's work or a cold virtual machine may have been the reason. */
    private static long leastMillis(Document document, boolean sound) {
        long first = millis(document, sound);
        return first < 1_000 ? first : Math.min(first, millis(document, sound));
    }

    /** A sound document of some hundred classes is free to ask for javac's work on them, which is no part of it. */
    private static long millis(Document document, boolean sound) {
        InMemory compilation = InMemory.of(document);
        if (sound) {
            compilation.option("-proc:only");
        }
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        compilation.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    /** Opens no connection. */
    private static final class Refusing extends URLStreamHandler {
        @Override
        protected java.net.URLConnection openConnection(URL url) throws IOException {
            REACHED.add(url.toString());
            throw new IOException("no network");
        }
    }

    /** Whoever is about to open a connection asks for a proxy first. */
    private static final class Noting extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            REACHED.add(uri.toString());
            throw new IllegalArgumentException("no network");
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
