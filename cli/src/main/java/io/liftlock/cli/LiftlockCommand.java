package io.liftlock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command as a whole. */
@Command(
    name = "liftlock",
    synopsisSubcommandLabel = "COMMAND",
    description = "Moves a live database to its next version, or to its next home.",
    sortOptions = false,
    sortSynopsis = false,
    footer = {
      "",
      "Exit codes: 0 done, 1 something was found, 2 wrong usage or configuration,",
      "3 the state forbids it, 4 SQL failed, 5 partly done, 70 a fault of liftlock.",
      "",
      "liftlock COMMAND --help tells more of a command, with examples."
    })
final class LiftlockCommand {

  @Mixin final GlobalOptions options = new GlobalOptions();
}
