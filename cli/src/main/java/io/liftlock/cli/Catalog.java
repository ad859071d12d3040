package io.liftlock.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every command: its name, its other names, and the class that does it. A class is loaded only when
 * its command is asked for, or when all are needed to tell of them.
 */
final class Catalog {

  /** A group of commands in the help. */
  record Group(String title, List<String> names) {}

  static final List<Group> GROUPS =
      List.of(
          new Group(
              "Migrations",
              List.of(
                  "init",
                  "new",
                  "status",
                  "current",
                  "migrate",
                  "rollback",
                  "history",
                  "show",
                  "heads",
                  "merge",
                  "stamp",
                  "repair",
                  "check",
                  "validate",
                  "sql",
                  "reset")),
          new Group("Schema", List.of("inspect", "diff", "generate", "verify", "drift", "types")),
          new Group("Safety", List.of("lint", "trace", "fix")),
          new Group("Transfer", List.of("copy", "compare")),
          new Group("Itself", List.of("demo", "doctor", "embedded", "completion", "version")));

  private static final Map<String, String> ALIASES =
      Map.of("upgrade", "migrate", "downgrade", "rollback", "force-version", "stamp");

  private Catalog() {}

  /** Every command's name. */
  static List<String> names() {
    return GROUPS.stream().flatMap(group -> group.names().stream()).toList();
  }

  /** The other names of a command. */
  static String[] aliases(String name) {
    return ALIASES.entrySet().stream()
        .filter(alias -> alias.getValue().equals(name))
        .map(Map.Entry::getKey)
        .sorted()
        .toArray(String[]::new);
  }

  /** The name of the command that a word means. */
  static String canonical(String word) {
    return ALIASES.getOrDefault(word, word);
  }

  /** A new command of a name or alias. */
  static Optional<Verb> commandOf(String word) {
    return Optional.ofNullable(
        switch (canonical(word)) {
          case "init" -> new InitCommand();
          case "status" -> new StatusCommand();
          case "current" -> new CurrentCommand();
          case "migrate" -> new MigrateCommand();
          case "rollback" -> new RollbackCommand();
          case "history" -> new HistoryCommand();
          case "heads" -> new HeadsCommand();
          case "check" -> new CheckCommand();
          case "validate" -> new ValidateCommand();
          case "show" -> new ShowCommand();
          case "stamp" -> new StampCommand();
          case "repair" -> new RepairCommand();
          case "sql" -> new SqlCommand();
          case "reset" -> new ResetCommand();
          case "inspect" -> new InspectCommand();
          case "diff" -> new DiffCommand();
          case "generate" -> new GenerateCommand();
          case "types" -> new TypesCommand();
          case "verify" -> new VerifyCommand();
          case "drift" -> new DriftCommand();
          case "lint" -> new LintCommand();
          case "trace" -> new TraceCommand();
          case "fix" -> new FixCommand();
          case "copy" -> new CopyCommand();
          case "compare" -> new CompareCommand();
          case "doctor" -> new DoctorCommand();
          case "new" -> new NewCommand();
          case "merge" -> new MergeCommand();
          case "demo" -> new DemoCommand();
          case "embedded" -> new EmbeddedCommand();
          case "completion" -> new CompletionCommand();
          case "version" -> new VersionCommand();
          default -> null;
        });
  }
}
