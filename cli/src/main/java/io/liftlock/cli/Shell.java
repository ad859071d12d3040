package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.render.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line, runs the one command it asks for, and shows its answer. */
final class Shell {

  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of("-C", "--config", "--env", "--database", "--url", "--layout", "--format");

  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Path directory;

  /**
   * @param environment the process's environment variables
   * @param directory the process's current folder
   */
  Shell(Terminal terminal, Map<String, String> environment, Path directory) {
    this.terminal = terminal;
    this.environment = environment;
    this.directory = directory;
  }

  /** Runs a command line and gives its exit code. */
  int run(String... args) {
    LiftlockCommand root = new LiftlockCommand();
    Optional<String> word = commandWord(args);
    String name = word.map(Catalog::canonical).orElse("");
    boolean json = asksForJson(args);
    try {
      ParseResult parsed = parse(root, word, args);
      terminal.configure(root.options);
      json = root.options.format == GlobalOptions.Format.json;
      CommandLine innermost = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
      if (innermost.isUsageHelpRequested() || !(innermost.getCommand() instanceof Verb verb)) {
        return help(innermost, root);
      }
      try (Invocation invocation =
          new Invocation(name, root.options, terminal, environment, directory)) {
        return show(name, answer(verb, invocation), json);
      }
    } catch (LiftlockException e) {
      if (e.code().kind() == ErrorKind.BUG) {
        terminal.tellBug(e);
      }
      return fail(name, e.problems(), json);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      terminal.tellBug(e);
      return json
          ? fail(name, List.of(Problem.error(ErrorCode.BUG, e.getClass().getSimpleName())), true)
          : ErrorKind.BUG.exitCode();
    }
  }

  /** The verb's answer, which the project's log keeps too. */
  private static Answer answer(Verb verb, Invocation invocation) {
    try {
      Answer answer = verb.run(invocation);
      invocation.log(answer.exit(), answer.problems());
      return answer;
    } catch (LiftlockException e) {
      invocation.log(e.exitCode(), e.problems());
      throw e;
    }
  }

  /** Without a command, the help is the answer; a group without its verb is wrong usage. */
  private int help(CommandLine asked, LiftlockCommand root) {
    CommandLine complete =
        asked.getParent() == null ? withAllCommands(root) : withoutGlobals(asked);
    terminal.out().print(complete.getUsageMessage());
    return asked.isUsageHelpRequested() || asked.getParent() == null
        ? 0
        : ErrorKind.USER.exitCode();
  }

  /** The help of one command shows its own options; the global ones are in the general help. */
  private static CommandLine withoutGlobals(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OwnOptions());
    return command;
  }

  private ParseResult parse(LiftlockCommand root, Optional<String> word, String... args) {
    CommandLine line = new CommandLine(root);
    if (word.isPresent()) {
      String name = Catalog.canonical(word.get());
      Verb verb = Catalog.commandOf(name).orElseThrow(() -> unknownCommand(word.get()));
      line.addSubcommand(name, verb, Catalog.aliases(name));
    }
    try {
      return line.parseArgs(word.isPresent() ? withSteps(args) : args);
    } catch (ParameterException e) {
      throw usage(e);
    }
  }

  /** A bare {@code -2} is a number of steps, though it looks like an option. */
  private static String[] withSteps(String... args) {
    String[] understood = args.clone();
    for (int i = 0; i < understood.length; i++) {
      boolean value = i > 0 && understood[i - 1].startsWith("--");
      if (!value && understood[i].matches("-[0-9]+")) {
        understood[i] = "--steps=" + understood[i].substring(1);
      }
    }
    return understood;
  }

  /** The whole command with every subcommand, as help and completion need it. */
  static CommandLine withAllCommands(LiftlockCommand root) {
    CommandLine line = new CommandLine(root);
    for (String name : Catalog.names()) {
      Catalog.commandOf(name)
          .ifPresent(verb -> line.addSubcommand(name, verb, Catalog.aliases(name)));
    }
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
    return line;
  }

  /** The first argument that is neither an option nor an option's value. */
  private static Optional<String> commandWord(String... args) {
    for (int i = 0; i < args.length; i++) {
      if (OPTIONS_WITH_VALUE.contains(args[i])) {
        i++;
      } else if (!args[i].startsWith("-")) {
        return Optional.of(args[i]);
      }
    }
    return Optional.empty();
  }

  /** Asked before the command line is understood, so that its faults come in the right form. */
  private static boolean asksForJson(String... args) {
    List<String> all = List.of(args);
    int at = all.indexOf("--format");
    return all.contains("--format=json")
        || (at >= 0 && at + 1 < all.size() && all.get(at + 1).equals("json"));
  }

  private static UserError unknownCommand(String word) {
    return new UserError(
        Problem.error(ErrorCode.USAGE, "there is no command " + word)
            .action(
                Suggestion.closest(word, Catalog.names())
                    .map(near -> "did you mean liftlock " + near + "?")
                    .orElse("liftlock --help shows every command")));
  }

  private static UserError usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String action = command + " --help shows what it takes";
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> left = unmatched.getUnmatched();
      Optional<String> near =
          Suggestion.closest(
              left.get(0).replaceFirst("=.*", ""),
              e.getCommandLine().getCommandSpec().optionsMap().keySet());
      return new UserError(
          Problem.error(
                  ErrorCode.USAGE,
                  left.get(0).startsWith("-")
                      ? command + " has no option " + left.get(0).replaceFirst("=.*", "")
                      : command + " does not take " + String.join(" ", left))
              .action(near.map(option -> "did you mean " + option + "?").orElse(action)),
          e);
    }
    String message = String.valueOf(e.getMessage());
    return new UserError(
        Problem.error(
                ErrorCode.USAGE,
                message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1))
            .action(action),
        e);
  }

  private int show(String name, Answer answer, boolean json) {
    if (json) {
      document(name, answer.exit(), answer.data().get(), answer.problems());
    } else {
      answer.text().accept(terminal);
      // Results first: both streams often end in one place.
      terminal.flush();
      answer.problems().forEach(terminal::tell);
    }
    return answer.exit();
  }

  private int fail(String name, List<Problem> problems, boolean json) {
    int exit = problems.get(0).code().kind().exitCode();
    if (json) {
      document(name, exit, null, problems);
    } else {
      terminal.flush();
      problems.forEach(terminal::tell);
    }
    return exit;
  }

  private void document(String name, int exit, @Nullable Object data, List<Problem> problems) {
    JsonDocument.write(terminal.out(), name, exit, data, problems);
  }
}
