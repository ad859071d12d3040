package io.liftlock.engine.proof;

import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.HeaderParser;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.CommentLine;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptFile;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.SectionMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations written down in tests. */
final class Migrations {

  private final Dialect dialect;
  final List<Migration> all = new ArrayList<>();

  Migrations(Dialect dialect) {
    this.dialect = dialect;
  }

  Migrations add(String id, String up, String down) {
    return add(id, Migration.Kind.VERSIONED, up, Optional.of(down));
  }

  Migrations addWithoutRollback(String id, String up) {
    return add(id, Migration.Kind.VERSIONED, up, Optional.empty());
  }

  Migrations addRepeatable(String name, String up) {
    return add(name, Migration.Kind.REPEATABLE, up, Optional.empty());
  }

  private Migrations add(String id, Migration.Kind kind, String up, Optional<String> down) {
    String file = id + ".sql";
    Problems problems = new Problems();
    ScriptFile read =
        new ScriptReader().read(ScriptSource.of(file, up), dialect, SectionMarks.NONE, problems);
    int first = read.up().stream().mapToInt(statement -> statement.span().line()).min().orElse(999);
    List<CommentLine> comments = read.comments();
    Header header = HeaderParser.parse(file, "", comments, first, problems).header();
    problems.throwIfErrors();
    Optional<Script> back =
        down.map(text -> new ScriptReader().read(id + "_rollback.sql", text, dialect));
    all.add(
        new Migration(
            MigrationId.of(id),
            "m" + id,
            kind,
            "main",
            Migration.Lineage.SEQUENCE,
            List.of(),
            header,
            file,
            read.up(),
            back,
            Optional.empty()));
    return this;
  }

  Migration last() {
    return all.get(all.size() - 1);
  }
}
