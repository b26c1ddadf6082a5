package dev.lathe.it.audiencemanager;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is known about the API and how well, as tables; it stands beside the project and not in it. */
final class FactSheet {

    private static final Path FILE = Path.of("..", "..", "shared", "facts", "audience-manager-api.md");
    private static final Pattern SECTION = Pattern.compile("### (3\\.\\d+) .*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CHOICE = Pattern.compile("(.*)\\{([^}]*,[^}]*)}(.*)");

    /**
     * One row of a table.
     *
     * @param section as in 3.1
     * @param cells by the heads of their columns
     */
    record Row(String section, Map<String, String> cells) {
        String cell(String head) {
            return cells.getOrDefault(head, "");
        }

        /** Of the first column whose head begins so; empty when there is none. */
        String cellLike(String head) {
            return cells.entrySet().stream()
                    .filter(cell -> cell.getKey().startsWith(head))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    private final List<String> lines;

    private FactSheet(List<String> lines) {
        this.lines = lines;
    }

    /** Section 3, or a skipped test where the sheet is missing. */
    static FactSheet resources() throws IOException {
        assumeTrue(Files.isRegularFile(FILE), "skipped: there is no ../shared/facts/audience-manager-api.md");
        List<String> all = Files.readAllLines(FILE, StandardCharsets.UTF_8);
        return new FactSheet(all.subList(all.indexOf("## 3. Resources"), all.indexOf("## 4. Errors")));
    }

    /** The rows of all tables that have a column of that name. */
    List<Row> rows(String head) {
        List<Row> rows = new ArrayList<>();
        String section = "";
        List<String> heads = List.of();
        for (String line : lines) {
            Matcher title = SECTION.matcher(line);
            if (title.matches()) {
                section = title.group(1);
            }
            if (!line.startsWith("|")) {
                heads = List.of();
            } else if (heads.isEmpty()) {
                heads = cells(line);
            } else if (!line.startsWith("|--") && heads.stream().anyMatch(h -> h.startsWith(head))) {
                rows.add(new Row(section, row(heads, cells(line))));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Map<String, String> row(List<String> heads, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            row.put(heads.get(i), cells.get(i));
        }
        return row;
    }

    /** The line that begins so. */
    String line(String begin) {
        return lines.stream().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
    }

    /** Everything in backticks; {@code a{1,2}b} stands for {@code a1b} and {@code a2b}. */
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        CODE.matcher(text).results().map(code -> code.group(1)).forEach(name -> {
            Matcher choice = CHOICE.matcher(name);
            if (choice.matches() && !name.startsWith("/")) {
                for (String one : choice.group(2).split(",", -1)) {
                    names.add(choice.group(1) + one.strip() + choice.group(3));
                }
            } else {
                names.add(name);
            }
        });
        return names;
    }

    /** {@code documented}, {@code client} or {@code inferred}; with a question mark where sources disagree. */
    static String confidence(String mark) {
        String first = mark.strip();
        if (first.contains("≠")) {
            return "?";
        }
        return switch (first.isEmpty() ? 'D' : first.charAt(0)) {
            case 'C' -> "client";
            case 'I' -> "inferred";
            default -> "documented";
        };
    }
}
