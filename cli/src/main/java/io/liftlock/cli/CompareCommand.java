package io.liftlock.cli;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.Transfers;
import io.liftlock.runtime.render.Certificate;
import io.liftlock.runtime.render.CertificatePage;
import io.liftlock.runtime.render.RowComparisonDocument;
import io.liftlock.runtime.render.RowsDocument;
import io.liftlock.runtime.transfer.RowsRequest;
import io.liftlock.runtime.transfer.RowsResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells whether two databases hold the same. */
@Command(
    name = "compare",
    header = "Compare two databases, schema and rows; exit with 1 unless they are equal.",
    description = {
      "Changes nothing. First the schemas, then of each table the number of rows and a hash of"
          + " their content; where these differ, the rows that do. What could not be compared is"
          + " never equal. Keys of rows that differ are shown, other values only with"
          + " --show-values."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  liftlock compare main postgres://app@new.example/journal",
      "  liftlock compare main next --rows-only --only users,trades",
      "  liftlock compare main next --repair-sql mend.sql --certificate equal.html",
      "  liftlock compare main next --sample 1%%          a quick look; exits with 1 at best",
    })
final class CompareCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      description = "A URL, or a name of liftlock.yaml.")
  @Nullable String a;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "The same, of the second database.")
  @Nullable String b;

  @Option(names = "--from", paramLabel = "A", description = "The same as A.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "B", description = "The same as B.")
  @Nullable String to;

  @Option(names = "--schema-only", description = "Compare the schemas, and no rows.")
  boolean schemaOnly;

  @Option(
      names = "--rows-only",
      description = "Compare the rows, of the columns that both have; no schemas.")
  boolean rowsOnly;

  @Mixin MappingOptions mapping = new MappingOptions();

  @Mixin PaceOptions pace = new PaceOptions();

  @Option(
      names = "--sample",
      paramLabel = "PART",
      converter = OptionForms.OfPercent.class,
      description = "Look at a part of the rows, such as 1%%; what is not looked at is not equal.")
  double sample = 1;

  @Option(
      names = "--recheck",
      description = "Somebody writes meanwhile: look at rows that differ once more, later.")
  boolean recheck;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many differing rows are listed for each table; default: 10.")
  int limit = 10;

  @Option(
      names = "--show-values",
      description = "Show the values of rows that differ, too, not only their keys.")
  boolean showValues;

  @Option(
      names = "--repair-sql",
      paramLabel = "FILE",
      description = "Write the statements that would make B equal A; it holds values of rows.")
  @Nullable Path repairSql;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Compare with two independent hashes, and write a signed-off report.")
  @Nullable Path certificate;

  @Override
  public Answer run(Invocation invocation) {
    RowsRequest request = request(invocation);
    Transfers transfers = invocation.files().transfers(invocation.directory());
    EndsText.print(invocation, transfers, "A", request.a(), "B", request.b());
    Path repairs = repairSql == null ? null : invocation.directory().resolve(repairSql);
    try (Progress progress = Progress.on(invocation);
        RepairFile repair = RepairFile.of(repairs)) {
      invocation.files().listen(progress);
      RowsResult result = transfers.compare(repairs == null ? request : request.repairing(repair));
      certify(invocation, result);
      return answer(result, repair).warned(progress.warnings());
    } catch (DatabaseError | StateError e) {
      return notMade(e);
    }
  }

  private RowsRequest request(Invocation invocation) {
    if (schemaOnly && rowsOnly) {
      throw usage("--schema-only and --rows-only exclude each other");
    }
    if (certificate != null && (sample < 1 || schemaOnly)) {
      throw usage("a certificate is of all rows: --sample and --schema-only do not fit it");
    }
    if (limit < 0) {
      throw usage("--limit takes a number from 0 on, not " + limit);
    }
    pace.requireSense();
    return new RowsRequest(
        side(a, from, "A"),
        side(b, to, "B"),
        schemaOnly
            ? RowsRequest.Scope.SCHEMA
            : rowsOnly ? RowsRequest.Scope.ROWS : RowsRequest.Scope.SCHEMA_AND_ROWS,
        mapping.mapping(invocation),
        pace.jobs,
        sample,
        pace.maxRate,
        limit,
        certificate == null ? RowsRequest.Hashing.ONCE : RowsRequest.Hashing.TWICE,
        recheck ? RowsRequest.Changing.RECHECK : RowsRequest.Changing.REPORT,
        Optional.empty());
  }

  private static String side(@Nullable String place, @Nullable String option, String which) {
    if (place != null && option != null) {
      throw usage(which + " is named twice");
    }
    String named = place == null ? option : place;
    if (named == null) {
      throw usage("it is not said what " + which + " is: liftlock compare A B");
    }
    return named;
  }

  private static UserError usage(String message) {
    return new UserError(
        Problem.error(ErrorCode.USAGE, message)
            .action("liftlock compare --help shows what it takes"));
  }

  private void certify(Invocation invocation, RowsResult result) {
    if (certificate != null) {
      OutputFile.write(
          invocation.directory().resolve(certificate),
          certificate.toString().endsWith(".html")
              ? CertificatePage.of(result)
              : Certificate.of(result));
    }
  }

  private Answer answer(RowsResult result, RepairFile repair) {
    List<Problem> problems = new ArrayList<>(result.notices());
    result
        .rows()
        .ifPresent(
            rows -> problems.addAll(RowsText.problems(rows, result.a().name(), result.b().name())));
    result
        .schema()
        .filter(schema -> !schema.isEmpty())
        .ifPresent(
            schema ->
                problems.add(
                    Problem.error(
                            ErrorCode.CHECK_FOUND,
                            "the schemas differ in %d place%s"
                                .formatted(
                                    schema.changes().size(),
                                    schema.changes().size() == 1 ? "" : "s"))
                        .action(
                            "look at them above; --rows-only compares the rows alone, and liftlock"
                                + " diff writes the SQL")));
    return Answer.of(
            terminal -> print(terminal, result, repair),
            () ->
                RowsDocument.of(
                    result,
                    showValues
                        ? RowComparisonDocument.Values.SHOWN
                        : RowComparisonDocument.Values.HIDDEN))
        .exit(result.isEqual() ? 0 : ErrorKind.FOUND.exitCode())
        .problems(problems);
  }

  private void print(Terminal terminal, RowsResult result, RepairFile repair) {
    DiffText.renames(terminal, result.renames());
    result.schema().ifPresent(schema -> print(terminal, schema));
    result
        .rows()
        .ifPresent(
            rows -> {
              RowsText.tables(terminal, rows);
              RowsText.differences(terminal, rows, showValues);
            });
    CopyText.omissions(terminal, "not compared, as it was asked for:", result.left());
    repair.tell(terminal);
    if (certificate != null) {
      terminal.note("the certificate is in " + certificate);
    }
    if (result.isEqual()) {
      terminal.say(terminal.paint(Style.GREEN, "equal: " + what(result)));
    }
  }

  private static void print(Terminal terminal, SchemaDiff schema) {
    if (!schema.isEmpty()) {
      DiffText.print(terminal, schema, Map.of());
      terminal.say("");
    }
  }

  private static String what(RowsResult result) {
    String rows =
        result
            .rows()
            .map(
                compared ->
                    "%d table%s"
                        .formatted(
                            compared.tables().size(), compared.tables().size() == 1 ? "" : "s"))
            .orElse("");
    String schema = result.schema().isPresent() ? "the schema" : "";
    return schema + (schema.isEmpty() || rows.isEmpty() ? "" : " and ") + rows;
  }

  /** A comparison that could not be made is never one that found nothing. */
  private static Answer notMade(LiftlockException e) {
    List<Problem> problems = new ArrayList<>(e.problems());
    problems.add(Problem.error(ErrorCode.TABLE_NOT_COMPARED, "the comparison could not be made"));
    return Answer.of(terminal -> {}, () -> null)
        .exit(ErrorKind.FOUND.exitCode())
        .problems(problems);
  }
}
