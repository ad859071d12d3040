package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.NamedSchema;
import io.liftlock.runtime.TypeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the application's types. */
@Command(
    name = "types",
    header = "Write the types of the rows for TypeScript, Java or Python.",
    description = {
      "TypeScript has the form that Supabase's generator made familiar. The same schema gives the"
          + " same text, and a new column changes few lines."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock types --lang typescript --out types/database.types.ts",
      "  liftlock types --lang typescript --out types/database.types.ts --check",
      "  liftlock types --lang java --package app.rows --out src/main/java/app/rows",
      "  liftlock types main --lang python --schema public",
    })
final class TypesCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SOURCE",
      description =
          "A database's name, a URL, migrations, model, snapshot, a folder or a file; default: the one database.")
  @Nullable String source;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      required = true,
      description = "typescript, java or python.")
  TypeFiles.Language language = TypeFiles.Language.typescript;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "Only the types of this schema; may be repeated.")
  List<String> schemas = new ArrayList<>();

  @Option(names = "--package", paramLabel = "NAME", description = "The package of the Java types.")
  String packageName = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write a file; for Java also a folder, with a file for each type.")
  @Nullable Path out;

  @Option(
      names = "--check",
      description = "Write nothing; exit with 1 when a file is not up to date.")
  boolean check;

  @Override
  public Answer run(Invocation invocation) {
    if (check && out == null) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--check needs the file that is checked")
              .action("name it:  --out FILE --check"));
    }
    NamedSchema schema = OneSchema.read(invocation, source);
    Path target = out == null ? null : invocation.directory().resolve(out);
    Map<Path, String> files =
        new TypeFiles(language, new LinkedHashSet<>(schemas), packageName)
            .of(schema.schema(), target);
    if (target == null) {
      String text = String.join("", files.values());
      return Answer.of(
          terminal -> terminal.out().print(text), () -> Map.of("lang", language, "text", text));
    }
    Set<Path> changed = new LinkedHashSet<>();
    files.forEach(
        (file, text) -> {
          if (!isUpToDate(file, text)) {
            changed.add(file);
          }
        });
    return check ? checked(invocation, files, changed) : written(invocation, files, changed);
  }

  private Answer checked(Invocation invocation, Map<Path, String> files, Set<Path> changed) {
    List<Problem> found =
        changed.stream()
            .map(
                file ->
                    Problem.error(ErrorCode.CHECK_FOUND, "the types are not up to date")
                        .at(Place.of(shown(invocation, file)))
                        .action("write them again without --check"))
            .toList();
    return Answer.of(
            terminal -> {
              if (found.isEmpty()) {
                terminal.say("up to date: " + out);
              }
            },
            () -> data(invocation, files, changed))
        .exit(found.isEmpty() ? 0 : ErrorKind.FOUND.exitCode())
        .problems(found);
  }

  private Answer written(Invocation invocation, Map<Path, String> files, Set<Path> changed) {
    changed.forEach(file -> OutputFile.write(file, files.getOrDefault(file, "")));
    return Answer.of(
        terminal -> {
          changed.forEach(file -> terminal.say("wrote  " + shown(invocation, file)));
          if (changed.isEmpty()) {
            terminal.say("up to date: " + out);
          }
        },
        () -> data(invocation, files, changed));
  }

  private Map<String, @Nullable Object> data(
      Invocation invocation, Map<Path, String> files, Set<Path> changed) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("lang", language);
    data.put("files", files.keySet().stream().map(file -> shown(invocation, file)).toList());
    data.put("changed", changed.stream().map(file -> shown(invocation, file)).toList());
    return data;
  }

  /** As it was asked for: relative to the folder that is worked in, or absolute. */
  private String shown(Invocation invocation, Path file) {
    boolean absolute = out != null && out.isAbsolute();
    return (absolute ? file : invocation.directory().relativize(file)).toString();
  }

  private static boolean isUpToDate(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).equals(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
