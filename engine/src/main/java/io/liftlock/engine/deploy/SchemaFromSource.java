package io.liftlock.engine.deploy;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.engine.run.LockTaker;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.translate.LeftOut;
import io.liftlock.engine.transfer.translate.Translation;
import io.liftlock.engine.transfer.translate.Translator;
import io.liftlock.engine.transfer.translate.TypeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes an empty target look like its source, in one transaction. */
final class SchemaFromSource {

  /** What many servers let nobody make but their own administrators. */
  private static final Set<ObjectKind> PRIVILEGED =
      Set.of(
          ObjectKind.EVENT_TRIGGER,
          ObjectKind.PUBLICATION,
          ObjectKind.FOREIGN_DATA_WRAPPER,
          ObjectKind.FOREIGN_SERVER,
          ObjectKind.FOREIGN_TABLE);

  private final NewHomeRequest request;
  private final UnaryOperator<Schema> shown;
  private final Censuses censuses;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param shown a schema without what nobody wants to hear of
   * @param censuses what the source really holds
   */
  SchemaFromSource(
      NewHomeRequest request,
      UnaryOperator<Schema> shown,
      Censuses censuses,
      Timing timing,
      Listener listener) {
    this.request = request;
    this.shown = shown;
    this.censuses = censuses;
    this.timing = timing;
    this.listener = listener;
  }

  /** Makes it, or finds that there are tables already. */
  MadeSchema make(Schema source) {
    Database target = request.target();
    LockTaker.Held held =
        new LockTaker(request.run().lockWait(), timing, listener).take(List.of(target));
    try (held) {
      Schema there = target.inspector().inspect();
      if (!shown.apply(there).tables().isEmpty()) {
        return MadeSchema.AS_IS;
      }
      return source.dialect() == there.dialect()
          ? likeSource(source, there)
          : translated(source, there);
    }
  }

  private MadeSchema translated(Schema source, Schema there) {
    Translation translation = translation(source, there);
    Schema wanted = SchemaCopy.both(there, translation.schema().objects().values());
    run(script(there, wanted), List.of());
    return made(translation.choices(), translation.leftOut(), List.of());
  }

  /** The source's schema, said in the target's dialect. */
  Translation translation(Schema source, Schema there) {
    Renderer renderer = request.renderer();
    return new Translator(there, renderer::quoted, request.types(), request.names())
        .translate(source, censuses.of(source.tables().stream().map(Table::id).toList()));
  }

  private MadeSchema likeSource(Schema source, Schema there) {
    SchemaCopy copy = SchemaCopy.of(source, there, request.target().inspector().roles());
    List<HistoryEntry> history = history();
    List<LeftOut> leftOut = new ArrayList<>(copy.leftOut());
    try {
      run(script(there, copy.schema()), history);
    } catch (LiftlockException refused) {
      Schema less = copy.schema().without(id -> isPrivileged(id, there));
      if (refused.code() != ErrorCode.PRIVILEGE_MISSING || less.equals(copy.schema())) {
        throw refused;
      }
      run(script(there, less), history);
      copy.schema().objects().keySet().stream()
          .filter(id -> !less.has(id))
          .forEach(id -> leftOut.add(new LeftOut(id, "", "the role may not make it")));
    }
    List<Problem> notices =
        source.notModelled().stream()
            .map(
                each ->
                    Problem.warning(
                        ErrorCode.NOT_MODELLED,
                        "%s %s of the source is not made: %s"
                            .formatted(each.kind(), each.name(), each.because())))
            .toList();
    return made(List.of(), leftOut, notices);
  }

  private static boolean isPrivileged(ObjectId id, Schema there) {
    return PRIVILEGED.contains(id.kind()) && !there.has(id);
  }

  /** What the target is to remember: it has been through all that its source has been through. */
  private List<HistoryEntry> history() {
    History source = request.source().history().read();
    boolean anew = request.target().history().read().entries().isEmpty();
    if (source.entries().isEmpty() || !anew) {
      return List.of();
    }
    request.target().history().prepare();
    return source.entries();
  }

  private SchemaScript script(Schema there, Schema wanted) {
    return request.renderer().render(SchemaDiff.between(there, wanted), Renderer.Mode.PLAIN);
  }

  private void run(SchemaScript script, List<HistoryEntry> history) {
    SchemaRun.on(request.target(), script, history);
  }

  private static MadeSchema made(
      List<TypeChoice> choices, List<LeftOut> leftOut, List<Problem> notices) {
    return new MadeSchema(Optional.empty(), choices, leftOut, notices);
  }
}
