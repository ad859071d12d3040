package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual and the command tell of the same commands and options. */
class CommandPagesTest {

  private static final Pattern COMMAND =
      Pattern.compile("(?m)^complete -c liftlock -n __fish_use_subcommand -a (\\S+) ");
  private static final Pattern OPTION =
      Pattern.compile("(?m)'__fish_seen_subcommand_from (\\S+)' -l (\\S+)");
  private static final Pattern NAMED_IN_INDEX = Pattern.compile("`([a-z-]+)(?: [a-z|]+)?`");

  /** Every command with its options: the completion script lists them all. */
  private static Map<String, Set<String>> commands() {
    String script;
    try (Forked command =
        Forked.start(
            Path.of("").toAbsolutePath(),
            List.of(),
            "io.liftlock.cli.Main",
            "completion",
            "fish")) {
      assertThat(command.exitCode()).as(command.output()).isZero();
      script = command.output();
    }
    Map<String, Set<String>> commands = new TreeMap<>();
    Matcher command = COMMAND.matcher(script);
    while (command.find()) {
      commands.put(command.group(1), new TreeSet<>());
    }
    Matcher option = OPTION.matcher(script);
    while (option.find()) {
      commands.get(option.group(1)).add("--" + option.group(2));
    }
    return commands;
  }

  /** Other names of a command; told where that command is told of. */
  private static boolean isAlias(String name) {
    return Set.of("upgrade", "downgrade", "force-version").contains(name);
  }

  private static List<Path> manual() {
    return Project.pages().stream()
        .filter(page -> page.getParent().equals(Project.file("docs")))
        .toList();
  }

  @Test
  void theIndexNamesEveryCommandAndNoOther() {
    Set<String> named =
        Project.read(Project.file("docs/README.md"))
            .lines()
            .dropWhile(line -> !line.equals("**Commands**"))
            .takeWhile(line -> !line.equals("**Reference**"))
            .flatMap(line -> NAMED_IN_INDEX.matcher(line).results())
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(commands().keySet());
    known.removeIf(CommandPagesTest::isAlias);
    assertThat(named).isEqualTo(known);
  }

  @Test
  void everyCommandHasASectionAndEveryOptionIsExplained() {
    String text = manual().stream().map(Project::read).collect(Collectors.joining("\n"));
    Set<String> missing = new TreeSet<>();
    commands()
        .forEach(
            (name, options) -> {
              boolean page = Files.exists(Project.file("docs/" + name + ".md"));
              if (!page && !text.contains("\n## " + name + "\n") && !isAlias(name)) {
                missing.add(name);
              }
              for (String option : options) {
                if (!Pattern.compile(Pattern.quote(option) + "(?![a-z-])").matcher(text).find()) {
                  missing.add(name + " " + option);
                }
              }
            });
    assertThat(missing).isEmpty();
  }
}
