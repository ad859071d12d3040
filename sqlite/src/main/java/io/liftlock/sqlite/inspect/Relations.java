package io.liftlock.sqlite.inspect;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Mentions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables and views of a database with their columns, by their names as SQLite compares them.
 */
final class Relations {

  private final Map<String, ObjectId> relations = new LinkedHashMap<>();
  private final Map<ObjectId, Map<String, String>> columns = new LinkedHashMap<>();
  private final Map<String, List<String>> columnNames = new HashMap<>();

  /** Adds one. */
  void add(ObjectId relation, List<String> itsColumns) {
    relations.put(Folded.name(relation.name()), relation);
    columnNames.put(Folded.name(relation.name()), List.copyOf(itsColumns));
    Map<String, String> names = new LinkedHashMap<>();
    itsColumns.forEach(name -> names.put(Folded.name(name), name));
    columns.put(relation, names);
  }

  /** The relation that SQL means by a name. */
  Optional<ObjectId> find(String name) {
    return Optional.ofNullable(relations.get(Folded.name(name)));
  }

  /** A relation's name in the catalog; the same where there is none. */
  String nameOf(String written) {
    return find(written).map(ObjectId::name).orElse(written);
  }

  /** A relation's columns, in order. */
  List<String> columnNames(ObjectId relation) {
    return columnNames.getOrDefault(Folded.name(relation.name()), List.of());
  }

  /** Every relation's columns in order, by the relation's folded name. */
  Map<String, List<String>> columnNames() {
    return columnNames;
  }

  /** A relation's columns, by their folded names. */
  Map<String, String> columns(ObjectId relation) {
    return columns.getOrDefault(relation, Map.of());
  }

  /** What a view or trigger mentions. */
  Mentioned mentioned(String sql, Optional<ObjectId> own) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, sql);
    Set<ObjectId> tables = new TreeSet<>();
    for (String name : Mentions.all(tokens, 0, tokens.size())) {
      find(name).ifPresent(tables::add);
    }
    own.ifPresent(tables::add);
    boolean all = Mentions.allColumns(tokens, 0, tokens.size());
    Set<String> known = new HashSet<>();
    Set<ObjectId> uses = new TreeSet<>();
    for (ObjectId table : tables) {
      known.add(Folded.name(table.name()));
      uses.add(table);
      Map<String, String> names = columns(table);
      known.addAll(names.keySet());
      for (String column : all ? names.values() : Mentions.names(tokens, 0, tokens.size(), names)) {
        uses.add(table.part(ObjectKind.COLUMN, column));
      }
    }
    return new Mentioned(known, uses);
  }

  /**
   * What a piece of SQL mentions.
   *
   * @param known folded names of relations that occur, and of their columns
   * @param uses the relations, and those of their columns that occur
   */
  record Mentioned(Set<String> known, Set<ObjectId> uses) {

    /** Without an object itself. */
    Set<ObjectId> without(ObjectId self) {
      Set<ObjectId> others = new TreeSet<>(uses);
      others.removeIf(
          used -> used.equals(self) || (used.kind() == ObjectKind.COLUMN && used.isPartOf(self)));
      return others;
    }
  }
}
