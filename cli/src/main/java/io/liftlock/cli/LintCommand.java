package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.report.Severity;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.lint.LintRequest;
import io.liftlock.runtime.lint.LintRequest.Wish;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.RuleInfo;
import io.liftlock.runtime.lint.RulePages;
import io.liftlock.runtime.render.GithubAnnotations;
import io.liftlock.runtime.render.LintDocument;
import io.liftlock.runtime.render.LintJunit;
import io.liftlock.runtime.render.RepositoryPaths;
import io.liftlock.runtime.render.Sarif;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what hurts a database in use. */
@Command(
    name = "lint",
    header = "Find what would block, break or lose something on a database in use.",
    description = {
      "Reads migrations and tells which statements hurt: what they lock, read through and write"
          + " anew, who notices, and how to do it safely. Needs no database. Exits with 1 when an"
          + " error is found."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock lint                             every migration",
      "  liftlock lint migrations/014_add_email.sql",
      "  liftlock lint --changed-since origin/main --github",
      "  liftlock lint --pending --live            what comes next, with the sizes of its tables",
      "  liftlock lint --explain create-index-blocks-writes",
    })
final class LintCommand implements Verb {

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files and folders; default: every migration.")
  List<Path> files = List.of();

  @Option(
      names = "--changed-since",
      paramLabel = "REV",
      description = "Only files that git says were added or changed since the branch left REV.")
  @Nullable String changedSince;

  @Option(names = "--pending", description = "Only what the database does not have yet.")
  boolean pending;

  @Option(
      names = "--live",
      description = "Ask the database for sizes, for how tables and indexes are used, and more.")
  boolean live;

  @Option(names = "--rollbacks", description = "Also the scripts that take migrations back.")
  boolean rollbacks;

  @Option(names = "--advice", description = "Also what is only good to know: rules called advice.")
  boolean advice;

  @Option(
      names = "--server-version",
      paramLabel = "N",
      description = "PostgreSQL's major version; default: configured, the database's, or 14.")
  @Nullable Integer serverVersion;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 1 from error (default), warning or advice on, or never.")
  String failOn = "error";

  @Option(names = "--sarif", paramLabel = "FILE", description = "Also write SARIF 2.1.0 to FILE.")
  @Nullable Path sarif;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write a JUnit report to FILE.")
  @Nullable Path junit;

  @Option(names = "--github", description = "Print annotations as GitHub Actions shows them.")
  boolean github;

  @Option(
      names = "--suppressed",
      description = "Also print what somebody decided to live with, and why.")
  boolean suppressed;

  @Option(names = "--explain", paramLabel = "RULE", description = "Print the page of a rule.")
  @Nullable String explain;

  @Option(names = "--rules", description = "List every rule.")
  boolean rules;

  @Override
  public Answer run(Invocation invocation) {
    if (explain != null) {
      RuleInfo rule = RulePages.find(explain);
      return Answer.of(
          terminal -> terminal.out().print(rule.page()), () -> LintDocument.rule(rule));
    }
    if (rules) {
      List<RuleInfo> all = invocation.files().linting().rules(advice);
      return Answer.of(terminal -> LintText.rules(terminal, all), () -> LintDocument.rules(all));
    }
    Optional<Severity> stopping = stopping();
    LintRequest request = request(invocation);
    Liftlock liftlock = request.needsDatabase() ? invocation.liftlock() : invocation.files();
    LintResult result = liftlock.linting().lint(request);
    Path base = invocation.project().directory();
    RepositoryPaths paths = RepositoryPaths.of(base);
    if (sarif != null) {
      OutputFile.write(invocation.directory().resolve(sarif), Sarif.of(result, paths));
    }
    if (junit != null) {
      OutputFile.write(invocation.directory().resolve(junit), LintJunit.of(result));
    }
    boolean stops =
        stopping
            .map(least -> result.open().stream().anyMatch(f -> f.severity().compareTo(least) >= 0))
            .orElse(false);
    return Answer.of(
            terminal -> {
              if (github) {
                terminal.out().print(GithubAnnotations.of(result, paths));
              } else {
                new LintText(terminal, base, suppressed).print(result);
              }
            },
            () -> LintDocument.of(result))
        .exit(stops ? ErrorKind.FOUND.exitCode() : 0)
        .problems(result.warnings());
  }

  private LintRequest request(Invocation invocation) {
    if (serverVersion != null && (serverVersion < 10 || serverVersion > 99)) {
      throw usage("--server-version takes PostgreSQL's major version, such as 16");
    }
    Set<Wish> wishes = EnumSet.noneOf(Wish.class);
    if (pending) {
      wishes.add(Wish.PENDING);
    }
    if (live) {
      wishes.add(Wish.LIVE);
    }
    if (rollbacks) {
      wishes.add(Wish.ROLLBACKS);
    }
    if (advice) {
      wishes.add(Wish.ADVICE);
    }
    return new LintRequest(
        files.stream().map(file -> invocation.directory().resolve(file)).toList(),
        Optional.ofNullable(changedSince),
        wishes,
        Optional.ofNullable(serverVersion));
  }

  private Optional<Severity> stopping() {
    if (failOn.equals("never")) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.of(failOn);
    if (severity.isEmpty()) {
      throw usage("--fail-on takes error, warning, advice or never, not " + failOn);
    }
    return severity;
  }

  private static UserError usage(String message) {
    return new UserError(Problem.error(ErrorCode.USAGE, message));
  }
}
