package io.liftlock.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command; they may stand before or after its name. */
final class GlobalOptions {

  /** How results are written. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "-C",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Work in DIR instead of the current folder.")
  @Nullable Path directory;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration; default: liftlock.yaml here or above.")
  @Nullable Path config;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The environment; default: development.")
  @Nullable String environment;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "One of the environment's databases; default: all.")
  @Nullable String database;

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The database, without any configuration.")
  @Nullable String url;

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "How the migration files are named; default: recognised.")
  @Nullable String layout;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      description = "text or json.")
  Format format = Format.text;

  @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Only results and errors.")
  boolean quiet;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "More of what happens; faults with their stack trace.")
  boolean verbose;

  @Option(
      names = "--yes",
      scope = ScopeType.INHERIT,
      description = "Answer every question with yes.")
  boolean yes;

  @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours.")
  boolean noColor;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;
}
