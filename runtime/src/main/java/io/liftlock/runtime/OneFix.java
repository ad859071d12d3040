package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.FixProof;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.deploy.FixProver;
import io.liftlock.engine.safety.fix.InPlace;
import io.liftlock.engine.safety.fix.Parts;
import io.liftlock.engine.safety.fix.Rewriting;
import io.liftlock.runtime.fix.FixRequest;
import io.liftlock.runtime.fix.FixedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** The texts of one migration's safe form, and their proof. */
final class OneFix {

  /** The same rows every time, so that a proof that fails can be looked into. */
  private static final long SEED = 1;

  private final OpenProject open;
  private final List<Migration> earlier;
  private final FixRequest request;

  OneFix(OpenProject open, List<Migration> earlier, FixRequest request) {
    this.open = open;
    this.earlier = earlier;
    this.request = request;
  }

  FixedMigration of(Migration migration, Optional<Rewriting> found) {
    String text = read(migration);
    if (found.isEmpty()) {
      return unchanged(
          migration,
          text,
          List.of(),
          Optional.of("it steers its transactions itself, in a way that no other form keeps"));
    }
    Rewriting rewriting = found.get();
    if (!rewriting.isChanged()) {
      return unchanged(migration, text, rewriting.left(), Optional.empty());
    }
    boolean split = request.writing() == FixRequest.Writing.NEW_FILES;
    Rewriting own = split ? first(rewriting) : rewriting;
    return new FixedMigration(
        migration,
        text,
        new InPlace(text, migration.up(), migration.header().transactional()).write(own),
        script(migration, own).checksum(),
        split ? others(rewriting) : List.of(),
        rewriting.fixed(),
        rewriting.left(),
        Optional.empty(),
        request.proofRows().isPresent()
            ? Optional.of(prove(migration, rewriting))
            : Optional.empty(),
        List.of());
  }

  private static FixedMigration unchanged(
      Migration migration, String text, List<Finding> left, Optional<String> refused) {
    return new FixedMigration(
        migration,
        text,
        text,
        migration.up().checksum(),
        List.of(),
        List.of(),
        left,
        refused,
        Optional.empty(),
        List.of());
  }

  private static Rewriting first(Rewriting rewriting) {
    return new Rewriting(rewriting.transactions().get(0), List.of(), List.of());
  }

  private static List<String> others(Rewriting rewriting) {
    return Parts.of(rewriting).stream().skip(1).map(Parts.Part::text).toList();
  }

  private FixProof prove(Migration migration, Rewriting rewriting) {
    Dialect dialect = migration.up().dialect();
    Migration safe =
        migration.with(
            script(migration, rewriting),
            rewriting.isOneTransaction()
                ? migration.header()
                : migration.header().withoutTransaction());
    try (Scratches scratches = new Scratches(open)) {
      return new FixProver(
              () ->
                  scratches.workbench(migration.database(), dialect, open.migrations().callbacks()),
              request.proofRows().orElseThrow(),
              SEED,
              request.budget())
          .prove(earlier, migration, List.of(safe));
    }
  }

  private static Script script(Migration migration, Rewriting rewriting) {
    return new ScriptReader().read(migration.file(), rewriting.sql(), migration.up().dialect());
  }

  private String read(Migration migration) {
    try {
      return Files.readString(open.project().directory().resolve(migration.file()));
    } catch (IOException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the file cannot be read")
              .at(Place.of(migration.file())),
          e);
    }
  }
}
