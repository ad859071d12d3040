package io.liftlock.core.sql;

/** What to write instead of psql's own commands. */
final class PsqlCommands {

  private PsqlCommands() {}

  /** The next action for a person whose file holds the command, which begins with a backslash. */
  static String advice(String command) {
    return switch (command) {
      case "\\i", "\\ir", "\\include", "\\include_relative" ->
          "put the included file's SQL here, or make it a migration of its own";
      case "\\copy" -> "use COPY … FROM stdin with the data below it, ended by a line \\.";
      case "\\c", "\\connect" -> "remove it; a migration runs on the database it belongs to";
      case "\\set", "\\gset" -> "write the value where it is used";
      case "\\if", "\\elif", "\\else", "\\endif" -> "use a DO block with IF … THEN … END IF";
      case "\\gexec" -> "use a DO block that runs EXECUTE in a loop";
      case "\\g", "\\gx", "\\gdesc", "\\;" -> "end the statement with a semicolon alone";
      case "\\." -> "remove it; it ends the data of a COPY … FROM stdin, and none stands before it";
      default -> "remove it; what it does must be said in SQL";
    };
  }
}
