package dev.lathe.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A compiler process of its own, with a heap of its own: what a consumer's build is without a build tool. */
final class Javac {

    private final List<String> arguments = new ArrayList<>();
    private final Path folder;
    private String classPath = System.getProperty("java.class.path");

    private Javac(Path folder, String heap) {
        this.folder = folder;
        arguments.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-Xmx" + heap,
                "--release",
                "17",
                "-Xlint:all,-processing,-options,-path",
                "-Xmaxwarns",
                "1000",
                "-processor",
                "dev.lathe.processor.LatheProcessor",
                "-s",
                folder.resolve("gen").toString(),
                "-d",
                folder.resolve("classes").toString()));
    }

    /**
     * @param folder an empty one; sources go to {@code src}, generated ones to {@code gen}, classes to {@code classes}
     * @param heap most memory of the compiler, such as {@code 512m}
     */
    static Javac in(Path folder, String heap) throws IOException {
        for (String name : List.of("src", "gen", "classes")) {
            Files.createDirectories(folder.resolve(name));
        }
        return new Javac(folder, heap);
    }

    /** Adds classes to the class path of this test, which has the processor and all that it needs. */
    Javac classes(Path classes) {
        classPath = classes + File.pathSeparator + classPath;
        return this;
    }

    Javac option(String option) {
        arguments.add(option);
        return this;
    }

    Javac source(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        arguments.add(file.toString());
        return this;
    }

    Result run() throws IOException, InterruptedException {
        File log = folder.resolve("javac.log").toFile();
        arguments.addAll(List.of("-cp", classPath));
        Process process = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        int status = process.waitFor();
        return new Result(status, Files.readString(log.toPath(), StandardCharsets.UTF_8), folder);
    }

    /** How it ended, and all that it said. */
    record Result(int status, String log, Path folder) {
        Path classes() {
            return folder.resolve("classes");
        }
    }
}
