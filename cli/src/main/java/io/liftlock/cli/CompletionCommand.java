package io.liftlock.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Writes a completion script. */
@Command(
    name = "completion",
    header = "Write a completion script for bash, zsh or fish.",
    footer = {
      "",
      "Examples:",
      "  source <(liftlock completion bash)",
      "  liftlock completion fish > ~/.config/fish/completions/liftlock.fish"
    })
final class CompletionCommand implements Verb {

  /** The shells that can complete. */
  enum ShellName {
    bash,
    zsh,
    fish
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SHELL",
      description = "bash, zsh or fish; default: bash.")
  ShellName shell = ShellName.bash;

  @Override
  public Answer run(Invocation invocation) {
    CommandLine complete = Shell.withAllCommands(new LiftlockCommand());
    String script =
        switch (shell) {
          case bash, zsh -> AutoComplete.bash("liftlock", complete);
          case fish -> fish(complete);
        };
    return Answer.of(
        terminal -> terminal.out().print(script), () -> Map.of("shell", shell, "script", script));
  }

  private static String fish(CommandLine complete) {
    StringBuilder script = new StringBuilder();
    new TreeMap<>(complete.getSubcommands())
        .forEach(
            (name, command) -> {
              String header = String.join(" ", command.getCommandSpec().usageMessage().header());
              script.append(
                  "complete -c liftlock -n __fish_use_subcommand -a %s -d %s%n"
                      .formatted(name, quoted(header)));
              for (OptionSpec option : command.getCommandSpec().options()) {
                if (option.longestName().startsWith("--")) {
                  script.append(
                      "complete -c liftlock -n '__fish_seen_subcommand_from %s' -l %s%s -d %s%n"
                          .formatted(
                              name,
                              option.longestName().substring(2),
                              option.arity().max() == 0 ? "" : " -r",
                              quoted(String.join(" ", option.description()))));
                }
              }
            });
    return script.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "\\'") + "'";
  }
}
