package io.liftlock.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/** A command's own options in its help; those of every command are told of in one line. */
final class OwnOptions implements IHelpSectionRenderer {

  @Override
  public String render(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(own, help.createDefaultParamLabelRenderer());
    return layout + "The options of every command are shown by liftlock --help.%n".formatted();
  }
}
