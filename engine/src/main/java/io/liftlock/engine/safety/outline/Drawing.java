package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.RelationKind;
import java.util.Optional;
import java.util.function.Consumer;

/** An outline while a command is being folded into it. */
final class Drawing {

  private Outline now;

  Drawing(Outline now) {
    this.now = now;
  }

  /** As far as it is drawn. */
  Outline now() {
    return now;
  }

  void now(Outline next) {
    now = next;
  }

  RelationName resolve(RelationName name) {
    return now.resolve(name);
  }

  Optional<TableOutline> table(RelationName name) {
    return now.table(name);
  }

  void put(TableOutline table) {
    now = now.with(now.holdings().with(now.holdings().relations().with(table)));
  }

  void remove(RelationName table) {
    now = now.with(now.holdings().with(now.holdings().relations().without(table)));
  }

  void put(SequenceOutline sequence) {
    now =
        now.with(
            now.holdings()
                .withSequences(now.holdings().sequences().with(sequence.name(), sequence)));
  }

  void removeSequence(RelationName name) {
    now = now.with(now.holdings().withSequences(now.holdings().sequences().without(name)));
  }

  void put(TypeOutline type) {
    now = now.with(now.holdings().withTypes(now.holdings().types().with(type.name(), type)));
  }

  void removeType(RelationName name) {
    now = now.with(now.holdings().withTypes(now.holdings().types().without(name)));
  }

  void put(DomainOutline domain) {
    now =
        now.with(now.holdings().withDomains(now.holdings().domains().with(domain.name(), domain)));
  }

  void removeDomain(RelationName name) {
    now = now.with(now.holdings().withDomains(now.holdings().domains().without(name)));
  }

  void put(PublicationOutline publication) {
    now =
        now.with(
            now.holdings()
                .withPublications(
                    now.holdings().publications().with(publication.name(), publication)));
  }

  void removePublication(String name) {
    now = now.with(now.holdings().withPublications(now.holdings().publications().without(name)));
  }

  void hasTemporary() {
    now = now.with(now.holdings().withTemporary());
  }

  /** Changes a table; one that nothing told of is begun. */
  void change(RelationName name, Consumer<TableDraft> change) {
    change(name, RelationKind.TABLE, change);
  }

  /** Changes a relation; one that nothing told of is begun. */
  void change(RelationName name, RelationKind kind, Consumer<TableDraft> change) {
    RelationName resolved = resolve(name);
    TableDraft draft =
        table(resolved).map(TableDraft::new).orElseGet(() -> new TableDraft(resolved, kind));
    change.accept(draft);
    put(draft.freeze());
  }

  /** Changes a table if it is known. */
  void changeKnown(RelationName name, Consumer<TableDraft> change) {
    if (table(name).isPresent()) {
      change(name, change);
    }
  }

  /** Names that the server makes up here. */
  MadeUpNames names() {
    return new MadeUpNames(now.holdings());
  }
}
