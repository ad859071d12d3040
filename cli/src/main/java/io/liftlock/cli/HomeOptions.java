package io.liftlock.cli;

import io.liftlock.core.transfer.NotANumber;
import io.liftlock.runtime.transfer.CopyRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the target of a copy is to look like, and which values it takes. */
final class HomeOptions {

  /** Where the schema comes from. */
  enum Origin {
    migrations(CopyRequest.SchemaOrigin.MIGRATIONS),
    source(CopyRequest.SchemaOrigin.SOURCE),
    target(CopyRequest.SchemaOrigin.TARGET);

    private final CopyRequest.SchemaOrigin meant;

    Origin(CopyRequest.SchemaOrigin meant) {
      this.meant = meant;
    }
  }

  /** What happens at the end. */
  enum Then {
    migrate
  }

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      description = "The migrations that make the target's schema; default: the project's.")
  @Nullable Path migrations;

  @Option(
      names = "--schema-from",
      paramLabel = "migrations|source|target",
      description =
          "Where the schema of an empty target comes from: the migrations (default), or what the"
              + " source looks like; target takes it as it is.")
  Origin schemaFrom = Origin.migrations;

  @Option(
      names = "--then",
      paramLabel = "migrate",
      description = "When the rows are there and compared, run pending migrations on the target.")
  @Nullable Then then;

  @Option(
      names = "--map-type",
      paramLabel = "NAME=TYPE",
      description =
          "The type of a column, or of all columns declared so, in the other kind of database:"
              + " users.age=integer, DATETIME=timestamptz.")
  List<String> mapType = new ArrayList<>();

  @Option(
      names = "--nan",
      paramLabel = "refuse|text|null",
      converter = OfNan.class,
      description = "What becomes of NaN where the target has none; default: refuse.")
  NotANumber nan = NotANumber.REFUSE;

  @Option(
      names = "--reject-file",
      paramLabel = "FILE",
      description = "Set rows aside that do not fit, and list them in FILE; default: refuse.")
  @Nullable Path rejectFile;

  /** What the target looks like. */
  CopyRequest.Home home(Invocation invocation) {
    return new CopyRequest.Home(
        schemaFrom.meant,
        migrations == null ? null : invocation.directory().resolve(migrations),
        then == null ? CopyRequest.Afterwards.NOTHING : CopyRequest.Afterwards.MIGRATE,
        mapType);
  }

  /** What becomes of values that it cannot hold. */
  CopyRequest.Values values(Invocation invocation) {
    return new CopyRequest.Values(
        nan, rejectFile == null ? null : invocation.directory().resolve(rejectFile));
  }

  /** One of the words for what becomes of NaN. */
  static final class OfNan implements ITypeConverter<NotANumber> {
    @Override
    public NotANumber convert(String text) {
      return switch (text) {
        case "refuse" -> NotANumber.REFUSE;
        case "text" -> NotANumber.TEXT;
        case "null" -> NotANumber.NULL;
        default -> throw new TypeConversionException("'" + text + "' is not refuse, text or null");
      };
    }
  }
}
