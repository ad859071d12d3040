package io.liftlock.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands in the help, in groups, each with its one line. */
final class CommandList implements IHelpSectionRenderer {

  @Override
  public String render(Help help) {
    Map<String, CommandLine> commands = help.commandSpec().subcommands();
    StringBuilder text = new StringBuilder();
    for (Catalog.Group group : Catalog.GROUPS) {
      text.append(String.format("%n%s:%n", group.title()));
      for (String name : group.names()) {
        CommandLine command = commands.get(name);
        if (command != null) {
          String[] header = command.getCommandSpec().usageMessage().header();
          text.append(String.format("  %-13s %s%n", name, String.join(" ", header)));
        }
      }
    }
    return text.toString();
  }
}
