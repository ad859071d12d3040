package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual keeps what it promises, as far as a machine can tell. */
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```\\s*?$");
  private static final Pattern MAKE_TARGET = Pattern.compile("(?m)^([a-z][a-z-]*):");

  @Test
  void everyErrorCodeHasItsPageAndEveryPageItsCode() throws Exception {
    Set<String> expected =
        Arrays.stream(ErrorCode.values())
            .map(code -> code.page() + ".md")
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = new TreeSet<>();
    try (var files = Files.list(Project.file("docs/errors"))) {
      files
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .forEach(found::add);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void everyErrorPageTellsWhatHappenedWhyAndWhatToDo() {
    List<String> faults = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      String page = Project.read(Project.file("docs/errors/" + code.page() + ".md"));
      if (!page.startsWith("# " + code.name() + "\n")) {
        faults.add(code + ": the page does not begin with the code");
      }
      for (String section : List.of("## What happened", "## Why", "## What to do")) {
        if (!page.contains("\n" + section + "\n")) {
          faults.add(code + ": no section \"" + section + "\"");
        }
      }
      if (!page.contains("```\n" + code.name() + "  ")) {
        faults.add(code + ": no example as printed");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theListOfErrorsNamesEveryCodeUnderItsExitCode() {
    String list = Project.read(Project.file("docs/errors/README.md"));
    List<String> missing = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      String line =
          "| [" + code.name() + "](" + code.page() + ".md) | " + code.kind().exitCode() + " |";
      if (!list.contains(line)) {
        missing.add(line);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyLinkBetweenPagesLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : Project.pages()) {
      for (String link : links(page)) {
        String file = link.contains("#") ? link.substring(0, link.indexOf('#')) : link;
        String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
          broken.add(Project.root().relativize(page) + " -> " + link);
        } else if (!anchor.isEmpty() && !anchors(target).contains(anchor)) {
          broken.add(Project.root().relativize(page) + " -> " + link + " (no such heading)");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageOfTheManualIsReachedFromItsIndex() {
    Path index = Project.file("docs/README.md");
    Set<Path> reached = new LinkedHashSet<>(Set.of(index));
    Deque<Path> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Path page = open.remove();
      for (String link : links(page)) {
        Path target = page.resolveSibling(link.replaceFirst("#.*", "")).normalize();
        if (target.toString().endsWith(".md")
            && Files.isRegularFile(target)
            && target.startsWith(Project.file("docs"))
            && reached.add(target)) {
          open.add(target);
        }
      }
    }
    List<Path> lost =
        Project.pages().stream()
            .filter(page -> page.startsWith(Project.file("docs")))
            .filter(page -> !reached.contains(page))
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void continuousIntegrationRunsTheCommandOfTheReadme() {
    assertThat(Project.read(Project.file("README.md"))).contains("mvn -q verify");
    assertThat(Project.read(Project.file(".ci/run"))).containsPattern("(?m)^mvn -q verify\\b");
  }

  @Test
  void contributingNamesEveryModule() {
    String contributing = Project.read(Project.file("CONTRIBUTING.md"));
    assertThat(Project.modules())
        .allSatisfy(module -> assertThat(contributing).contains("`" + module + "`"));
  }

  @Test
  void theMakefileBeginsWithHelpAndHasEveryTargetThatThePagesName() {
    Set<String> targets = new LinkedHashSet<>();
    Matcher matcher = MAKE_TARGET.matcher(Project.read(Project.file("Makefile")));
    while (matcher.find()) {
      targets.add(matcher.group(1));
    }
    assertThat(targets).first().isEqualTo("help");
    Pattern mention = Pattern.compile("(?m)(?:^|`)make ([a-z-]+)");
    for (Path page : Project.pages()) {
      Matcher named = mention.matcher(Project.read(page));
      while (named.find()) {
        assertThat(targets).as("target named by %s", page).contains(named.group(1));
      }
    }
  }

  /** Every migration of the example can be taken back, and says what it is. */
  @Test
  void everyMigrationOfTheExampleHasHeaderAndRollback() throws Exception {
    Path folder = Project.file("examples/trading-journal/migrations");
    List<String> faults = new ArrayList<>();
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    long ups = 0;
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith("_rollback.sql")) {
        continue;
      }
      ups++;
      String id = name.substring(0, name.length() - ".sql".length());
      if (!Files.exists(folder.resolve(id + "_rollback.sql"))) {
        faults.add(name + ": no rollback");
      }
      String text = Project.read(file);
      for (String key : List.of("Purpose", "Database", "Date", "Author", "Breaking Changes")) {
        if (!text.contains("\n-- " + key + ": ")) {
          faults.add(name + ": no " + key);
        }
      }
      if (!text.startsWith("-- Migration: " + id + "\n")) {
        faults.add(name + ": does not begin with its own name");
      }
    }
    assertThat(faults).isEmpty();
    assertThat(ups).isGreaterThanOrEqualTo(14);
  }

  private static List<String> links(Path page) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(CODE_BLOCK.matcher(Project.read(page)).replaceAll(""));
    while (matcher.find()) {
      String link = matcher.group(1);
      if (!link.matches("[a-z]+:.*")) {
        links.add(link);
      }
    }
    return links;
  }

  /** The anchors of a page's headings, as the usual Markdown renderers make them. */
  private static Set<String> anchors(Path page) {
    Set<String> anchors = new LinkedHashSet<>();
    Matcher matcher = HEADING.matcher(CODE_BLOCK.matcher(Project.read(page)).replaceAll(""));
    while (matcher.find()) {
      anchors.add(
          matcher
              .group(1)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}_ -]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }
}
