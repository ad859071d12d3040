package io.liftlock.engine.migrate;

import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.MetadataReader;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.migrate.ReadRequest.NamedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migrations folder made by a test, and what reading it gave. */
final class ReadFolder {

  static final NamedDatabase MAIN = new NamedDatabase("main", Dialect.POSTGRES);
  static final NamedDatabase TRADES = new NamedDatabase("trades", Dialect.SQLITE);

  private final Path base;
  private final Path folder;
  private @Nullable String layout;
  private List<NamedDatabase> databases = List.of(MAIN);
  private final Map<String, String> assignments = new LinkedHashMap<>();

  final Problems problems = new Problems();

  ReadFolder(Path base) {
    this.base = base;
    this.folder = base.resolve("migrations");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return folder;
  }

  ReadFolder file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  ReadFolder file(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadFolder layout(String name) {
    layout = name;
    return this;
  }

  ReadFolder databases(NamedDatabase... all) {
    databases = List.of(all);
    return this;
  }

  ReadFolder assign(String pattern, String database) {
    assignments.put(pattern, database);
    return this;
  }

  ReadRequest request() {
    return new ReadRequest(List.of(folder), base, layout, databases, assignments);
  }

  /** Reads; problems are collected. */
  MigrationSet read() {
    return new MigrationReader(METADATA).read(request(), problems);
  }

  /** Reads; there must be no problem. */
  MigrationSet readClean() {
    MigrationSet set = read();
    if (!problems.all().isEmpty()) {
      throw new AssertionError(
          String.join("\n", problems.all().stream().map(Problem::render).toList()));
    }
    return set;
  }

  /** {@code CODE place} of every problem. */
  List<String> told() {
    return problems.all().stream()
        .map(problem -> problem.code() + (problem.place() == null ? "" : " " + problem.place()))
        .toList();
  }

  static List<String> ids(MigrationSet set) {
    return set.graph().ids().stream().map(MigrationId::toString).toList();
  }

  static Migration at(MigrationSet set, String id) {
    return set.graph().at(MigrationId.parse(id)).get(0);
  }

  static List<String> sql(Script script) {
    return script.stream().map(Statement::text).toList();
  }

  static List<String> down(Migration migration) {
    return migration.down().map(ReadFolder::sql).orElse(List.of("(none)"));
  }

  /** The flat {@code key: value} and {@code key = value} documents of the tests' metadata files. */
  static final MetadataReader METADATA =
      (file, text, format) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        String sign = format == MetadataReader.Format.YAML ? ":" : "=";
        for (String line : text.lines().filter(each -> each.contains(sign)).toList()) {
          String value = line.substring(line.indexOf(sign) + 1).strip();
          map.put(line.substring(0, line.indexOf(sign)).strip(), value(value));
        }
        return map;
      };

  private static Object value(String text) {
    if (text.startsWith("[")) {
      List<Object> list = new ArrayList<>();
      for (String each : text.substring(1, text.length() - 1).split(",")) {
        if (!each.isBlank()) {
          list.add(Long.valueOf(each.strip()));
        }
      }
      return list;
    }
    return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
  }
}
