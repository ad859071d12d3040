package io.liftlock.sqlite;

import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Two schemas that differ at random, and rows that fit into both. Every table that others can refer
 * to has the keys 1 to 3. Columns that only one schema has are such that rows can do without them;
 * those of both hold a different value in each row, so that any constraint may come and go.
 */
final class RandomPair {

  private static final List<String> NAMES =
      List.of("t", "order", "a b", "q\"x", "Ä", "select", "long_name_of_a_table", "it's", "T2");

  private static final List<String> TYPES = List.of("INTEGER", "TEXT", "REAL", "BLOB", "INT");

  private final Random random;
  private final List<Table> tables = new ArrayList<>();

  RandomPair(Random random) {
    this.random = random;
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      tables.add(new Table(NAMES.get(i + random.nextInt(NAMES.size() - count + 1)) + i, i));
    }
  }

  /** A table of both schemas, or of one of them. */
  private final class Table {
    private final String name;
    private final boolean inFirst;
    private final boolean inSecond;
    private final boolean keyed;
    private final List<String> kept = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Table> parents = new ArrayList<>();

    Table(String name, int index) {
      this.name = name;
      boolean alone = index > 0 && random.nextInt(5) == 0;
      this.inFirst = !alone || random.nextBoolean();
      this.inSecond = !alone || !inFirst;
      this.keyed = random.nextInt(5) > 0;
      int columns = 1 + random.nextInt(4);
      for (int i = 0; i < columns; i++) {
        kept.add(List.of("c", "key", "x y", "Größe", "end").get(random.nextInt(5)) + i);
        types.add(pick(TYPES));
      }
      int references = random.nextInt(3);
      for (int i = 0; i < references && !tables.isEmpty(); i++) {
        parents.add(pick(tables));
      }
    }

    boolean isIn(boolean first) {
      return first ? inFirst : inSecond;
    }

    boolean isOfBoth() {
      return inFirst && inSecond;
    }

    String create(boolean first) {
      boolean strict = random.nextInt(3) == 0;
      boolean withoutRowid = keyed && random.nextInt(4) == 0;
      List<String> lines = new ArrayList<>();
      List<String> behind = new ArrayList<>();
      if (keyed) {
        lines.add("id INTEGER" + key(withoutRowid, behind));
      }
      for (int i = 0; i < kept.size(); i++) {
        lines.add(Quoted.name(kept.get(i)) + " " + types.get(i) + clauses(kept.get(i), behind));
      }
      for (int i = 0; i < parents.size(); i++) {
        lines.add("ref" + i + " INTEGER" + reference(parents.get(i)));
      }
      if (parents.size() == 0 && random.nextInt(4) == 0) {
        lines.add("self INTEGER" + (keyed ? " REFERENCES " + Quoted.name(name) + " (id)" : ""));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        lines.add(
            random.nextInt(lines.size()) / 2,
            free("free" + (first ? "1" : "2") + i, pick(TYPES), random.nextBoolean()));
      }
      if (random.nextInt(3) == 0) {
        lines.add(free("sometimes", types.get(0), false));
      }
      if (random.nextInt(4) == 0) {
        lines.add(generated());
      }
      lines.addAll(behind);
      List<String> options = new ArrayList<>();
      if (strict) {
        options.add("STRICT");
      }
      if (withoutRowid) {
        options.add("WITHOUT ROWID");
      }
      return "CREATE TABLE "
          + Quoted.name(name)
          + " (\n  "
          + String.join(",\n  ", lines)
          + "\n) "
          + String.join(", ", options)
          + ";\n";
    }

    private String key(boolean withoutRowid, List<String> behind) {
      return switch (random.nextInt(withoutRowid ? 4 : 6)) {
        case 0 -> {
          behind.add("PRIMARY KEY (id)");
          yield "";
        }
        case 1 -> {
          behind.add("CONSTRAINT \"the key\" PRIMARY KEY (id DESC) ON CONFLICT FAIL");
          yield "";
        }
        case 2 -> " PRIMARY KEY DESC";
        case 3 -> " PRIMARY KEY";
        default -> " PRIMARY KEY AUTOINCREMENT";
      };
    }

    private String clauses(String column, List<String> behind) {
      StringBuilder text = new StringBuilder();
      if (random.nextInt(3) == 0) {
        text.append(" NOT NULL").append(random.nextInt(4) == 0 ? " ON CONFLICT ROLLBACK" : "");
      }
      if (random.nextInt(4) == 0) {
        text.append(" DEFAULT ").append(pick(List.of("1", "'it''s'", "(1 + 2)", "NULL", "-1.5")));
      }
      if (random.nextInt(5) == 0) {
        text.append(" COLLATE ").append(pick(List.of("NOCASE", "RTRIM", "binary")));
      }
      if (random.nextInt(4) == 0) {
        text.append(" UNIQUE");
      }
      if (random.nextInt(4) == 0) {
        String check = "CHECK (length(" + Quoted.name(column) + ") > 0)";
        if (random.nextBoolean()) {
          text.append(' ').append(check);
        } else {
          behind.add("CONSTRAINT " + Quoted.name("check of " + column) + " " + check);
        }
      }
      return text.toString();
    }

    /** The default of a column that only one schema has must do for every row and every type. */
    private String free(String column, String type, boolean notNull) {
      String value =
          switch (type) {
            case "TEXT" -> pick(List.of("'x'", "(lower('X'))", "CURRENT_TIMESTAMP"));
            case "BLOB" -> "x'00ff'";
            default -> pick(List.of("7", "-7", "(3 + 4)"));
          };
      return Quoted.name(column)
          + " "
          + type
          + (notNull ? " NOT NULL DEFAULT " + value : pick(List.of("", " DEFAULT " + value)))
          + pick(List.of("", "", " CHECK (" + Quoted.name(column) + " <> 'never')"));
    }

    private String generated() {
      return "made TEXT GENERATED ALWAYS AS ("
          + Quoted.name(pick(kept))
          + " || '!') "
          + pick(List.of("STORED", "VIRTUAL"));
    }

    private String reference(Table parent) {
      if (!parent.isOfBoth() || !parent.keyed || random.nextInt(4) == 0) {
        return "";
      }
      return " REFERENCES "
          + Quoted.name(parent.name)
          + pick(List.of("", " (id)"))
          + pick(List.of("", " ON DELETE CASCADE", " ON DELETE SET NULL ON UPDATE CASCADE"))
          + pick(List.of("", "", " DEFERRABLE INITIALLY DEFERRED"));
    }

    String insert(int row) {
      List<String> columns = new ArrayList<>();
      List<String> values = new ArrayList<>();
      if (keyed) {
        columns.add("id");
        values.add(Integer.toString(row));
      }
      for (int i = 0; i < kept.size(); i++) {
        columns.add(Quoted.name(kept.get(i)));
        values.add(
            switch (types.get(i)) {
              case "TEXT" -> "'text " + row + "'";
              case "REAL" -> row + ".25";
              case "BLOB" -> "x'0" + row + "'";
              default -> Integer.toString(row * 1000);
            });
      }
      for (int i = 0; i < parents.size(); i++) {
        columns.add("ref" + i);
        values.add(Integer.toString(1 + random.nextInt(3)));
      }
      return "INSERT INTO "
          + Quoted.name(name)
          + " ("
          + String.join(", ", columns)
          + ") VALUES ("
          + String.join(", ", values)
          + ");\n";
    }

    String dependents(int number) {
      StringBuilder sql = new StringBuilder();
      String column = Quoted.name(pick(kept));
      String table = Quoted.name(name);
      if (random.nextInt(3) == 0) {
        sql.append(pick(List.of("CREATE INDEX ", "CREATE UNIQUE INDEX ")))
            .append(Quoted.name("index " + number))
            .append(" ON " + table + " (")
            .append(pick(List.of(column, column + " DESC", "lower(" + column + ")")))
            .append(")")
            .append(pick(List.of("", " WHERE " + column + " IS NOT NULL")))
            .append(";\n");
      }
      if (random.nextInt(3) == 0) {
        sql.append("CREATE VIEW v").append(number).append(" AS SELECT ");
        sql.append(pick(List.of("*", column, "upper(" + column + ")", column + "||1 AS \"a b\"")))
            .append(" FROM ")
            .append(table)
            .append(";\n");
        if (random.nextInt(3) == 0) {
          sql.append("CREATE VIEW w" + number + " AS SELECT count(*) FROM v" + number + ";\n");
        }
        if (random.nextInt(3) == 0) {
          sql.append("CREATE TRIGGER iv" + number + " INSTEAD OF DELETE ON v" + number)
              .append(" BEGIN DELETE FROM " + table + "; END;\n");
        }
      }
      if (random.nextInt(3) == 0) {
        String other = Quoted.name(pick(ofBoth()).name);
        sql.append("CREATE TRIGGER ").append(Quoted.name("on " + number));
        sql.append(pick(List.of(" AFTER UPDATE OF " + column, " BEFORE DELETE", " AFTER INSERT")))
            .append(" ON ")
            .append(table)
            .append("\nBEGIN\n  SELECT count(*) FROM ")
            .append(other)
            .append(";\n  DELETE FROM ")
            .append(other)
            .append(" WHERE 0;\nEND;\n");
      }
      return sql.toString();
    }
  }

  private List<Table> ofBoth() {
    return tables.stream().filter(Table::isOfBoth).toList();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String schema(boolean first, boolean rows) {
    List<Table> there = tables.stream().filter(table -> table.isIn(first)).toList();
    StringBuilder sql = new StringBuilder();
    there.forEach(table -> sql.append(table.create(first)));
    if (rows) {
      for (int row = 1; row <= 3; row++) {
        for (Table table : there) {
          sql.append(table.insert(row));
        }
      }
    }
    sql.append(
        there.stream()
            .filter(Table::isOfBoth)
            .map(table -> table.dependents(tables.indexOf(table)))
            .collect(Collectors.joining()));
    return sql.toString();
  }

  /** SQL that makes the first schema, with rows. */
  String before() {
    return schema(true, true);
  }

  /** SQL that makes the second. */
  String after() {
    return schema(false, false);
  }
}
