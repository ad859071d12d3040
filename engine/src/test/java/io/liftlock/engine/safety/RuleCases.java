package io.liftlock.engine.safety;

import io.liftlock.core.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads files of cases. A case begins with {@code -- case: NAME}; lines such as {@code -- on: 15+},
 * {@code -- transaction: none}, {@code -- expect: …}, {@code -- untraced: …}, {@code -- dialect:
 * sqlite}, {@code -- finds: rule} (for the migration as a whole) may follow; then the SQL behind
 * {@code -- setup} and behind {@code -- migration}, where {@code -- finds: rule, rule} at the end
 * of a line says what it is guilty of.
 */
final class RuleCases {

  private static final Pattern FINDS = Pattern.compile("--\\s*finds:\\s*(.+?)\\s*$");
  private static final Set<Integer> ALL = Set.of(14, 15, 16, 17, 18);

  private RuleCases() {}

  /** The cases of every file in a folder below {@code src/test}, in order. */
  static List<RuleCase> in(String folder) {
    Path base = Path.of(System.getProperty("basedir", "."), "src", "test", folder);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of a file. */
  static List<RuleCase> of(Path file) {
    try {
      return new Reader(file).read(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader {

    private final Path file;
    private final List<RuleCase> cases = new ArrayList<>();
    private Draft draft = new Draft(0, "");
    private int line;

    Reader(Path file) {
      this.file = file;
    }

    List<RuleCase> read(List<String> lines) {
      for (String text : lines) {
        line++;
        take(text);
      }
      end();
      if (cases.isEmpty()) {
        throw new IllegalStateException(file + " has no case");
      }
      return cases;
    }

    private void take(String text) {
      String name = value(text, "case");
      if (name != null) {
        end();
        draft = new Draft(line, name);
      } else if (draft.name.isEmpty()) {
        if (!text.isBlank() && !text.startsWith("--")) {
          throw new IllegalStateException(file + ":" + line + ": SQL before the first case");
        }
      } else if (text.strip().equals("-- setup")) {
        draft.part = draft.setup;
      } else if (text.strip().equals("-- migration")) {
        draft.part = draft.migration;
      } else if (draft.part == null) {
        head(text);
      } else {
        draft.part.append(text).append('\n');
        if (draft.part == draft.migration) {
          draft.migrationLines++;
          Matcher finds = FINDS.matcher(text);
          if (finds.find()) {
            draft.findings.put(draft.migrationLines, List.of(finds.group(1).split(",\\s*")));
          }
        }
      }
    }

    private void head(String text) {
      if (value(text, "on") != null) {
        draft.majors = majors(value(text, "on"));
      } else if (value(text, "transaction") != null) {
        draft.transactional = false;
      } else if (value(text, "expect") != null) {
        draft.expectation = Optional.of(value(text, "expect"));
      } else if (value(text, "untraced") != null) {
        draft.untraced = Optional.of(value(text, "untraced"));
      } else if (value(text, "dialect") != null) {
        draft.dialect = Dialect.valueOf(value(text, "dialect").toUpperCase(java.util.Locale.ROOT));
      } else if (value(text, "finds") != null) {
        draft.findings.put(0, List.of(value(text, "finds").split(",\\s*")));
      } else if (!text.isBlank() && !text.startsWith("-- note")) {
        throw new IllegalStateException(file + ":" + line + ": not understood: " + text);
      }
    }

    private void end() {
      if (!draft.name.isEmpty()) {
        if (draft.migration.isEmpty()) {
          throw new IllegalStateException(file + ":" + draft.line + ": a case without a migration");
        }
        cases.add(draft.build(file));
      }
    }

    private static String value(String text, String key) {
      String prefix = "-- " + key + ":";
      return text.startsWith(prefix) ? text.substring(prefix.length()).strip() : null;
    }

    private static Set<Integer> majors(String text) {
      Set<Integer> majors = new TreeSet<>();
      for (String part : text.split(",\\s*")) {
        String[] ends = part.replace("+", "-18").split("-");
        int from = Integer.parseInt(ends[0].strip());
        int to = Integer.parseInt(ends[ends.length - 1].strip());
        IntStream.rangeClosed(from, to).forEach(majors::add);
      }
      return majors;
    }
  }

  private static final class Draft {

    private final int line;
    private final String name;
    private final StringBuilder setup = new StringBuilder();
    private final StringBuilder migration = new StringBuilder();
    private final Map<Integer, List<String>> findings = new HashMap<>();
    private StringBuilder part;
    private int migrationLines;
    private Set<Integer> majors = ALL;
    private Dialect dialect = Dialect.POSTGRES;
    private boolean transactional = true;
    private Optional<String> expectation = Optional.empty();
    private Optional<String> untraced = Optional.empty();

    Draft(int line, String name) {
      this.line = line;
      this.name = name;
    }

    RuleCase build(Path file) {
      return new RuleCase(
          file,
          line,
          name,
          dialect,
          majors,
          transactional,
          setup.toString(),
          migration.toString(),
          findings,
          expectation,
          untraced);
    }
  }
}
