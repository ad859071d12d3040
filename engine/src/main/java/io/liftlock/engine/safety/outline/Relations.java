package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.RelationName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tables and views by name, with the ways back: who mentions a relation, whose an index is, which
 * names constraints have taken.
 */
final class Relations {

  private static final Relations EMPTY =
      new Relations(SharedMap.empty(), SharedMap.empty(), SharedMap.empty(), SharedMap.empty());

  private final SharedMap<RelationName, TableOutline> tables;
  private final SharedMap<RelationName, SharedMap<RelationName, RelationName>> mentions;
  private final SharedMap<RelationName, RelationName> indexes;
  private final SharedMap<RelationName, Integer> constraints;

  private Relations(
      SharedMap<RelationName, TableOutline> tables,
      SharedMap<RelationName, SharedMap<RelationName, RelationName>> mentions,
      SharedMap<RelationName, RelationName> indexes,
      SharedMap<RelationName, Integer> constraints) {
    this.tables = tables;
    this.mentions = mentions;
    this.indexes = indexes;
    this.constraints = constraints;
  }

  static Relations empty() {
    return EMPTY;
  }

  Optional<TableOutline> table(RelationName name) {
    return tables.get(name);
  }

  List<TableOutline> all() {
    return tables.values();
  }

  /** The tables and views that have to do with a relation: as partition, child, key or view. */
  List<TableOutline> mentioning(RelationName name) {
    return mentions.get(name).map(SharedMap::values).orElse(List.of()).stream()
        .flatMap(each -> tables.get(each).stream())
        .toList();
  }

  Optional<IndexOutline> index(RelationName name) {
    return indexes
        .get(name)
        .flatMap(tables::get)
        .flatMap(
            table -> table.indexes().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  boolean hasConstraint(RelationName name) {
    return constraints.get(name).filter(count -> count > 0).isPresent();
  }

  Relations with(TableOutline table) {
    TableOutline old = tables.get(table.name()).orElse(null);
    Relations bare = old == null ? this : forget(old, table);
    return bare.remember(old, table);
  }

  Relations without(RelationName name) {
    return tables
        .get(name)
        .map(
            old -> {
              Relations bare = forget(old, null);
              return new Relations(
                  tables.without(name), bare.mentions, bare.indexes, bare.constraints);
            })
        .orElse(this);
  }

  private Relations forget(TableOutline old, @Nullable TableOutline next) {
    SharedMap<RelationName, SharedMap<RelationName, RelationName>> lessMentions = mentions;
    if (next == null || !sameMentions(old, next)) {
      for (RelationName other : mentioned(old)) {
        SharedMap<RelationName, RelationName> by =
            lessMentions.get(other).orElse(SharedMap.empty()).without(old.name());
        lessMentions = lessMentions.with(other, by);
      }
    }
    SharedMap<RelationName, RelationName> lessIndexes = indexes;
    if (next == null || next.indexes() != old.indexes()) {
      for (IndexOutline index : old.indexes()) {
        lessIndexes = lessIndexes.without(index.name());
      }
    }
    SharedMap<RelationName, Integer> lessConstraints = constraints;
    if (next == null || next.constraints() != old.constraints()) {
      for (ConstraintOutline constraint : old.constraints()) {
        lessConstraints = counted(lessConstraints, old.name(), constraint, -1);
      }
    }
    return new Relations(tables, lessMentions, lessIndexes, lessConstraints);
  }

  private Relations remember(@Nullable TableOutline old, TableOutline table) {
    SharedMap<RelationName, SharedMap<RelationName, RelationName>> moreMentions = mentions;
    if (old == null || !sameMentions(old, table)) {
      for (RelationName other : mentioned(table)) {
        SharedMap<RelationName, RelationName> by =
            moreMentions.get(other).orElse(SharedMap.empty());
        moreMentions = moreMentions.with(other, by.with(table.name(), table.name()));
      }
    }
    SharedMap<RelationName, RelationName> moreIndexes = indexes;
    if (old == null || old.indexes() != table.indexes()) {
      for (IndexOutline index : table.indexes()) {
        moreIndexes = moreIndexes.with(index.name(), table.name());
      }
    }
    SharedMap<RelationName, Integer> moreConstraints = constraints;
    if (old == null || old.constraints() != table.constraints()) {
      for (ConstraintOutline constraint : table.constraints()) {
        moreConstraints = counted(moreConstraints, table.name(), constraint, 1);
      }
    }
    return new Relations(
        tables.with(table.name(), table), moreMentions, moreIndexes, moreConstraints);
  }

  private static SharedMap<RelationName, Integer> counted(
      SharedMap<RelationName, Integer> counts,
      RelationName table,
      ConstraintOutline constraint,
      int more) {
    RelationName name = new RelationName(table.schema(), constraint.name());
    return counts.with(name, counts.get(name).orElse(0) + more);
  }

  private static boolean sameMentions(TableOutline one, TableOutline other) {
    return one.constraints() == other.constraints()
        && one.uses() == other.uses()
        && one.inherits() == other.inherits()
        && Objects.equals(one.partitionOf(), other.partitionOf());
  }

  private static Set<RelationName> mentioned(TableOutline table) {
    Set<RelationName> names = new HashSet<>(table.uses());
    names.addAll(table.inherits());
    table.partitionOf().ifPresent(partition -> names.add(partition.parent()));
    table.constraints().forEach(constraint -> constraint.references().ifPresent(names::add));
    return names;
  }
}
