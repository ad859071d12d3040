package io.liftlock.postgres.render;

import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the SQL of a random schema: tables with all that hangs on them, views on views, functions
 * that use tables and tables that use functions, foreign keys in circles, grants and comments.
 */
final class RandomSchema {

  private static final List<String> SCHEMAS = List.of("public", "app", "Odd \"schema");
  private static final List<String> ODDITIES = List.of("", "", "", " x", "\"q", "_ß", ".d", "Up");
  private static final List<String> ROLES =
      List.of("anon", "authenticated", "service_role", "\"Odd \"\"role\"\"\"");
  private static final int TABLES = 6;
  private static final int COLUMNS = 6;

  private final Decisions decide;
  private final List<String> sql = new ArrayList<>();
  private final List<String> enums = new ArrayList<>();
  private final List<String> domains = new ArrayList<>();
  private final List<String> sequences = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<View> views = new ArrayList<>();
  private boolean hasWords;
  private boolean hasFine;

  private record Column(String key, String name, String type, boolean generated) {
    String sql() {
      return Quoted.identifier(name);
    }

    boolean isText() {
      return type.startsWith("text") && !type.endsWith("[]") || type.startsWith("varchar");
    }

    boolean isNumber() {
      return type.equals("integer") || type.equals("bigint") || type.startsWith("numeric");
    }
  }

  private record Table(
      String key,
      String schema,
      String name,
      String idType,
      boolean partitioned,
      boolean unlogged,
      List<Column> columns) {
    String sql() {
      return Quoted.qualified(schema, name);
    }
  }

  private record View(String sql, List<String> columns) {}

  private RandomSchema(Decisions decide) {
    this.decide = decide;
  }

  /** The schema's SQL. */
  static String sql(Decisions decide) {
    RandomSchema schema = new RandomSchema(decide);
    schema.write();
    return schema.sql.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
  }

  private void write() {
    SCHEMAS.stream()
        .filter(schema -> !schema.equals("public"))
        .forEach(schema -> add("CREATE SCHEMA " + Quoted.identifier(schema)));
    defaultPrivileges();
    types();
    sequences();
    callables();
    tables();
    foreignKeys();
    tables.forEach(this::indexes);
    routines();
    views();
    tables.forEach(this::triggers);
    tables.forEach(this::policies);
    statisticsAndPublications();
  }

  private void add(String statement) {
    sql.add(statement);
  }

  private String schema(String key) {
    return decide.of(key + " schema", SCHEMAS);
  }

  /** Odd or not for good, since a name is what an object is known by. */
  private static String named(String base) {
    return base + ODDITIES.get(Math.floorMod(base.hashCode() * 31, ODDITIES.size()));
  }

  private void comment(String key, String address) {
    if (decide.there(key + " comment", 20)) {
      add(
          "COMMENT ON "
              + address
              + " IS "
              + Quoted.text(
                  decide.of(key + " comment text", "one", "it's", "two\nlines \\ \"x\"")));
    }
  }

  private void grants(String key, String target, String... privileges) {
    for (String role : ROLES) {
      if (decide.there(key + " grants " + role, 15)) {
        add(
            "GRANT "
                + decide.of(key + " privilege " + role, privileges)
                + " ON "
                + target
                + " TO "
                + role
                + (decide.chance(key + " option " + role, 15) ? " WITH GRANT OPTION" : ""));
      }
    }
  }

  private void owner(String key, String address) {
    if (decide.there(key + " owner", 12)) {
      add("ALTER " + address + " OWNER TO app_owner");
    }
  }

  private void defaultPrivileges() {
    for (String schema : SCHEMAS) {
      for (String what : List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES")) {
        if (decide.there(schema + " default " + what, 10)) {
          String privilege =
              switch (what) {
                case "TABLES" -> "SELECT";
                case "FUNCTIONS" -> "EXECUTE";
                default -> "USAGE";
              };
          add(
              "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT %s ON %s TO %s"
                  .formatted(
                      Quoted.identifier(schema),
                      privilege,
                      what,
                      decide.of(schema + " default role " + what, ROLES)));
        }
      }
    }
    if (decide.there("default of functions", 15)) {
      add("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
    }
  }

  private void types() {
    for (int i = 0; i < 3; i++) {
      String key = "enum" + i;
      if (decide.there(key, 70)) {
        String name = Quoted.qualified(schema(key), named(key));
        List<String> values = new ArrayList<>(List.of("'a'"));
        for (String value : List.of("'b'", "'it''s'", "'c d'", "'e'")) {
          if (decide.chance(key + value, 60)) {
            values.add(decide.below(key + value + " place", values.size() + 1), value);
          }
        }
        add("CREATE TYPE " + name + " AS ENUM (" + String.join(", ", values) + ")");
        enums.add(name);
        attributes(key, "TYPE", name, "TYPE", "USAGE");
      }
    }
    for (int i = 0; i < 2; i++) {
      String key = "domain" + i;
      if (decide.there(key, 60)) {
        String name = Quoted.qualified(schema(key), named(key));
        add(
            "CREATE DOMAIN %s AS text%s%s"
                .formatted(
                    name,
                    decide.chance(key + " default", 30) ? " DEFAULT 'x'" : "",
                    decide.chance(key + " check", 60)
                        ? " CONSTRAINT "
                            + Quoted.identifier(named("filled"))
                            + " CHECK (VALUE <> "
                            + decide.of(key + " checked", "''", "'y'")
                            + ")"
                        : ""));
        domains.add(name);
        attributes(key, "DOMAIN", name, "DOMAIN", "USAGE");
      }
    }
    for (int i = 0; i < 2; i++) {
      String key = "pair" + i;
      if (decide.there(key, 40)) {
        String name = Quoted.qualified(schema(key), named(key));
        add(
            "CREATE TYPE %s AS (a %s, b text%s)"
                .formatted(
                    name,
                    decide.of(key + " a", "integer", "text", "bigint"),
                    decide.chance(key + " c", 50) ? ", c date" : ""));
        attributes(key, "TYPE", name, "TYPE", "USAGE");
      }
    }
  }

  private void attributes(
      String key, String keyword, String name, String granted, String... privileges) {
    owner(key, keyword + " " + name);
    comment(key, keyword + " " + name);
    grants(key, granted + " " + name, privileges);
  }

  private void sequences() {
    for (int i = 0; i < 3; i++) {
      String key = "sequence" + i;
      if (decide.there(key, 60)) {
        String name = Quoted.qualified(schema(key), named(key));
        add(
            "CREATE SEQUENCE %s AS %s INCREMENT %d MINVALUE 1 START %d CACHE %d%s"
                .formatted(
                    name,
                    decide.of(key + " type", "integer", "bigint"),
                    decide.of(key + " step", 1, 2, 10),
                    decide.of(key + " start", 1, 5),
                    decide.of(key + " cache", 1, 20),
                    decide.chance(key + " cycle", 20) ? " CYCLE" : ""));
        sequences.add(name);
        attributes(key, "SEQUENCE", name, "SEQUENCE", "USAGE", "SELECT", "UPDATE, SELECT");
      }
    }
  }

  /** Functions that stand on no table, so that tables can stand on them. */
  private void callables() {
    hasWords = decide.there("words", 70);
    if (hasWords) {
      add(
          "CREATE FUNCTION public.words(%s text) RETURNS text LANGUAGE sql IMMUTABLE%s AS %s"
              .formatted(
                  decide.of("words argument", "word", "t"),
                  decide.of("words strict", "", " STRICT", " PARALLEL SAFE"),
                  decide.of("words body", "'SELECT upper($1)'", "$$ SELECT 'x''' || $1 $$")));
      attributes("words", "FUNCTION", "public.words(text)", "FUNCTION", "EXECUTE");
    }
    hasFine = decide.there("fine", 70);
    if (hasFine) {
      add(
          "CREATE FUNCTION app.fine(a integer%s) RETURNS boolean LANGUAGE sql IMMUTABLE AS %s"
              .formatted(
                  decide.chance("fine default", 40) ? " DEFAULT 1" : "",
                  decide.of("fine body", "'SELECT a > 0'", "'SELECT a <> 7'")));
      attributes("fine", "FUNCTION", "app.fine(integer)", "FUNCTION", "EXECUTE");
    }
    for (int i = 0; i < 2; i++) {
      add(
          ("CREATE FUNCTION app.touch%d() RETURNS trigger LANGUAGE plpgsql AS"
                  + " $$ BEGIN %s; RETURN new; END $$")
              .formatted(i, decide.of("touch body" + i, "NULL", "PERFORM 1")));
    }
  }

  private void tables() {
    for (int i = 0; i < TABLES; i++) {
      String key = "t" + i;
      if (decide.there(key, 75)) {
        table(key);
      }
    }
  }

  private void table(String key) {
    String idType = decide.of(key + " id", "integer", "bigint", "uuid");
    boolean partitioned = !idType.equals("uuid") && decide.chance(key + " partitioned", 15);
    boolean unlogged = !partitioned && decide.chance(key + " unlogged", 8);
    Table table =
        new Table(key, schema(key), named(key), idType, partitioned, unlogged, new ArrayList<>());
    tables.add(table);
    List<String> lines = new ArrayList<>();
    boolean identity =
        !idType.equals("uuid") && !partitioned && decide.chance(key + " identity", 40);
    lines.add(
        "id "
            + idType
            + (identity
                ? decide.of(
                    key + " identity kind",
                    " GENERATED ALWAYS AS IDENTITY",
                    " GENERATED BY DEFAULT AS IDENTITY",
                    " GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5)")
                : ""));
    for (int i = 0; i < COLUMNS; i++) {
      if (decide.there(key + " c" + i, 60)) {
        lines.add(column(table, key + " c" + i, named("c" + i)));
      }
    }
    lines.add("CONSTRAINT " + Quoted.identifier(named(key + "_key")) + " PRIMARY KEY (id)");
    constraints(table, lines);
    add(
        "CREATE %sTABLE %s (\n  %s\n)%s%s"
            .formatted(
                unlogged ? "UNLOGGED " : "",
                table.sql(),
                String.join(",\n  ", lines),
                partitioned ? " PARTITION BY RANGE (id)" : "",
                !partitioned && decide.chance(key + " fill", 15) ? " WITH (fillfactor = 70)" : ""));
    for (int i = 0; partitioned && i < 3; i++) {
      if (decide.there(key + " partition" + i, 60)) {
        add(
            "CREATE TABLE %s PARTITION OF %s %s"
                .formatted(
                    Quoted.qualified(table.schema(), named(key + "_p" + i)),
                    table.sql(),
                    i == 2
                        ? "DEFAULT"
                        : "FOR VALUES FROM (%d) TO (%d)".formatted(i * 100, (i + 1) * 100)));
      }
    }
    attributes(key, "TABLE", table.sql(), "TABLE", "SELECT", "INSERT, UPDATE", "ALL");
    for (Column column : table.columns()) {
      comment(column.key(), "COLUMN " + table.sql() + "." + column.sql());
      if (decide.there(column.key() + " grant", 8)) {
        add(
            "GRANT %s (%s) ON %s TO %s"
                .formatted(
                    decide.of(column.key() + " granted", "SELECT", "UPDATE"),
                    column.sql(),
                    table.sql(),
                    decide.of(column.key() + " grantee", ROLES)));
      }
    }
  }

  private String column(Table table, String key, String name) {
    List<String> types =
        new ArrayList<>(
            List.of(
                "integer",
                "bigint",
                "text",
                "varchar(20)",
                "varchar(40)",
                "numeric(8,2)",
                "boolean",
                "date",
                "timestamp with time zone",
                "jsonb",
                "text[]",
                "real"));
    types.addAll(enums);
    types.addAll(domains);
    String type = decide.of(key + " type", types);
    List<Column> sources =
        table.columns().stream()
            .filter(column -> !column.generated() && (column.isText() || column.isNumber()))
            .toList();
    if (!sources.isEmpty() && decide.chance(key + " generated", 10)) {
      Column source = decide.of(key + " source", sources);
      Column generated = new Column(key, name, source.isText() ? "text" : source.type(), true);
      table.columns().add(generated);
      String shout = hasWords ? "public.words(%s::text)" : "upper(%s)";
      return "%s %s GENERATED ALWAYS AS (%s) STORED"
          .formatted(
              generated.sql(),
              generated.type(),
              (source.isText()
                      ? decide.of(key + " expression", shout, "%s || '!'")
                      : decide.of(key + " expression", "%s * 2", "%s + 1"))
                  .formatted(source.sql()));
    }
    Column column = new Column(key, name, type, false);
    table.columns().add(column);
    StringBuilder text = new StringBuilder(column.sql()).append(' ').append(type);
    if (column.isText() && decide.chance(key + " collate", 10)) {
      text.append(" COLLATE \"C\"");
    }
    if (decide.chance(key + " not null", 35)) {
      text.append(" NOT NULL");
    }
    if (decide.chance(key + " default", 35)) {
      text.append(" DEFAULT ").append(defaultOf(key, column));
    }
    return text.toString();
  }

  private String defaultOf(String key, Column column) {
    String type = column.type();
    if (enums.contains(type)) {
      return "'a'";
    }
    if (domains.contains(type)) {
      return "'z'";
    }
    if (column.isText()) {
      return hasWords && decide.chance(key + " calls", 30)
          ? "public.words('d')"
          : decide.of(key + " value", "'x'", "'it''s \\'", "''");
    }
    if (type.equals("bigint") && !sequences.isEmpty() && decide.chance(key + " next", 50)) {
      return "nextval(" + Quoted.text(decide.of(key + " sequence", sequences)) + ")";
    }
    if (column.isNumber() || type.equals("real")) {
      return decide.of(key + " value", "0", "1", "-1");
    }
    return switch (type) {
      case "boolean" -> decide.of(key + " value", "true", "false");
      case "date" -> decide.of(key + " value", "CURRENT_DATE", "'2026-01-01'");
      case "jsonb" -> decide.of(key + " value", "'{}'", "'{\"a\": 1}'");
      case "text[]" -> decide.of(key + " value", "'{}'", "ARRAY['a', 'b, c']");
      default -> "now()";
    };
  }

  private void constraints(Table table, List<String> lines) {
    String key = table.key();
    for (Column column : table.columns()) {
      if (decide.there(column.key() + " check", 12)) {
        String condition = null;
        if (column.type().equals("integer")) {
          condition =
              hasFine && decide.chance(column.key() + " fine", 50)
                  ? "app.fine(" + column.sql() + ")"
                  : column.sql() + " > " + decide.below(column.key() + " bound", 5);
        } else if (column.isText()) {
          condition = column.sql() + " <> " + decide.of(column.key() + " bad", "''", "'bad'");
        }
        if (condition != null) {
          lines.add(
              "CONSTRAINT %s CHECK (%s)"
                  .formatted(Quoted.identifier(named(key + "_ck_" + column.name())), condition));
        }
      }
    }
    if (!table.partitioned() && !table.columns().isEmpty() && decide.there(key + " unique", 30)) {
      Column column = decide.of(key + " unique column", table.columns());
      lines.add(
          "CONSTRAINT %s UNIQUE %s(%s, id)%s"
              .formatted(
                  Quoted.identifier(named(key + "_uq")),
                  decide.of(key + " nulls", "", "NULLS NOT DISTINCT "),
                  column.sql(),
                  decide.of(key + " deferrable", "", " DEFERRABLE INITIALLY DEFERRED")));
    }
  }

  private void foreignKeys() {
    for (Table table : tables) {
      for (int i = 0; i < 2; i++) {
        String key = table.key() + " fk" + i;
        Table target = decide.of(key + " target", tables);
        // No table that survives a crash may refer to one that does not.
        if (table.unlogged() == target.unlogged() && decide.there(key, 35)) {
          String column = Quoted.identifier(named("ref" + i));
          add("ALTER TABLE %s ADD COLUMN %s %s".formatted(table.sql(), column, target.idType()));
          add(
              "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (id)%s%s"
                  .formatted(
                      table.sql(),
                      Quoted.identifier(named(table.key() + "_fk" + i)),
                      column,
                      target.sql(),
                      decide.of(
                          key + " on delete", "", " ON DELETE CASCADE", " ON DELETE SET NULL"),
                      decide.of(key + " deferrable", "", "", " DEFERRABLE")));
        }
      }
    }
  }

  private void indexes(Table table) {
    for (int i = 0; i < 2; i++) {
      String key = table.key() + " index" + i;
      if (!table.columns().isEmpty() && decide.there(key, 40)) {
        Column column = decide.of(key + " column", table.columns());
        String keyPart =
            column.isText() && decide.chance(key + " lower", 40)
                ? (hasWords && decide.chance(key + " words", 50)
                    ? "public.words(" + column.sql() + "::text)"
                    : "lower(" + column.sql() + ")")
                : column.sql() + decide.of(key + " order", "", " DESC", " NULLS FIRST");
        String name = named(table.key() + "_i" + i);
        add(
            "CREATE INDEX %s ON %s (%s)%s%s"
                .formatted(
                    Quoted.identifier(name),
                    table.sql(),
                    keyPart,
                    decide.of(key + " include", "", "", " INCLUDE (id)"),
                    decide.chance(key + " partial", 30)
                        ? " WHERE " + column.sql() + " IS NOT NULL"
                        : ""));
        comment(key, "INDEX " + Quoted.qualified(table.schema(), name));
      }
    }
  }

  /** Functions that stand on tables. */
  private void routines() {
    for (int i = 0; i < 4 && !tables.isEmpty(); i++) {
      String key = "routine" + i;
      if (decide.there(key, 50)) {
        Table table = decide.of(key + " table", tables);
        String name = Quoted.qualified(schema(key), named(key));
        int shape = decide.below(key + " shape", 5);
        String arguments = shape == 1 ? "(" + table.sql() + ")" : "()";
        String keyword = shape == 4 ? "PROCEDURE" : "FUNCTION";
        add(
            "CREATE "
                + keyword
                + " "
                + name
                + switch (shape) {
                  case 0 ->
                      "() RETURNS SETOF %1$s LANGUAGE sql STABLE AS 'SELECT * FROM %1$s'"
                          .formatted(table.sql());
                  case 1 ->
                      "(%s) RETURNS text LANGUAGE sql STABLE AS 'SELECT $1.id::text'"
                          .formatted(table.sql());
                  case 2 ->
                      "() RETURNS bigint LANGUAGE sql RETURN (SELECT count(id) FROM %s)"
                          .formatted(table.sql());
                  case 3 ->
                      ("() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''"
                              + " AS $$ BEGIN RETURN (SELECT count(*) FROM %s); END $$")
                          .formatted(table.sql());
                  default ->
                      "() LANGUAGE sql AS 'DELETE FROM %s WHERE false'".formatted(table.sql());
                });
        attributes(key, keyword, name + arguments, keyword, "EXECUTE");
      }
    }
  }

  private void views() {
    for (int i = 0; i < 6; i++) {
      String key = "v" + i;
      if (!tables.isEmpty() && decide.there(key, 60)) {
        view(key);
      }
    }
  }

  private void view(String key) {
    String source;
    List<String> columns = new ArrayList<>();
    if (!views.isEmpty() && decide.chance(key + " on view", 50)) {
      View below = decide.of(key + " view", views);
      source = below.sql();
      columns.addAll(below.columns());
    } else {
      Table table = decide.of(key + " table", tables);
      source = table.sql();
      columns.add("id");
      table.columns().forEach(column -> columns.add(column.sql()));
    }
    List<String> chosen = new ArrayList<>();
    for (String column : columns) {
      if (chosen.isEmpty() || decide.chance(key + " shows " + column, 60)) {
        chosen.add(column);
      }
    }
    boolean materialized = decide.chance(key + " materialized", 20);
    String name = Quoted.qualified(schema(key), named(key));
    boolean counts = decide.chance(key + " counts", 15);
    add(
        "CREATE %sVIEW %s%s AS SELECT %s%s FROM %s%s%s"
            .formatted(
                materialized ? "MATERIALIZED " : "",
                name,
                materialized ? "" : decide.of(key + " options", "", " WITH (security_invoker)"),
                String.join(", ", chosen),
                counts ? ", count(*) AS n" : "",
                source,
                decide.chance(key + " filters", 30) ? " WHERE id IS NOT NULL" : "",
                counts ? " GROUP BY " + String.join(", ", chosen) : ""));
    views.add(new View(name, chosen));
    String keyword = (materialized ? "MATERIALIZED " : "") + "VIEW";
    comment(key, keyword + " " + name);
    grants(key, "TABLE " + name, "SELECT", "INSERT, SELECT");
    comment(key + " id", "COLUMN " + name + ".id");
    if (materialized && decide.there(key + " index", 50)) {
      add("CREATE INDEX %s ON %s (id)".formatted(Quoted.identifier(named(key + "_i")), name));
    }
  }

  private void triggers(Table table) {
    for (int i = 0; i < 2; i++) {
      String key = table.key() + " trigger" + i;
      if (decide.there(key, 25)) {
        String name = Quoted.identifier(named("tr" + i));
        String event = decide.of(key + " event", "INSERT", "UPDATE", "INSERT OR UPDATE");
        String column =
            table.columns().isEmpty() || event.equals("INSERT") || table.partitioned()
                ? null
                : decide.of(key + " column", table.columns()).sql();
        boolean when = column != null && !event.contains("OR") && decide.chance(key + " when", 40);
        add(
            "CREATE TRIGGER %s BEFORE %s ON %s FOR EACH ROW %sEXECUTE FUNCTION app.touch%d()"
                .formatted(
                    name,
                    event
                        + (column != null && decide.chance(key + " of", 40) ? " OF " + column : ""),
                    table.sql(),
                    when && !isGenerated(table, column)
                        ? "WHEN (new." + column + " IS NOT NULL) "
                        : "",
                    decide.below(key + " function", 2)));
        comment(key, "TRIGGER " + name + " ON " + table.sql());
        if (!table.partitioned() && decide.there(key + " state", 25)) {
          add(
              "ALTER TABLE %s %s TRIGGER %s"
                  .formatted(
                      table.sql(),
                      decide.of(key + " switched", "DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA"),
                      name));
        }
      }
    }
  }

  private static boolean isGenerated(Table table, String column) {
    return table.columns().stream()
        .anyMatch(candidate -> candidate.generated() && candidate.sql().equals(column));
  }

  private void policies(Table table) {
    String key = table.key();
    if (decide.chance(key + " secured", 30)) {
      add("ALTER TABLE %s ENABLE ROW LEVEL SECURITY".formatted(table.sql()));
    }
    for (int i = 0; i < 2; i++) {
      if (decide.there(key + " policy" + i, 30)) {
        policy(table, key + " policy" + i, Quoted.identifier(named("po" + i)));
      }
    }
  }

  private void policy(Table table, String key, String name) {
    List<String> conditions = new ArrayList<>(List.of("true", "id IS NOT NULL"));
    for (Column column : table.columns()) {
      if (column.isText()) {
        conditions.add(column.sql() + " = current_user");
        if (hasWords) {
          conditions.add("public.words(" + column.sql() + "::text) = 'X'");
        }
      } else if (column.isNumber()) {
        conditions.add(column.sql() + " > 3");
      }
    }
    Table other = decide.of(key + " other", tables);
    conditions.add("EXISTS (SELECT 1 FROM %s o WHERE o.id IS NOT NULL)".formatted(other.sql()));
    String command = decide.of(key + " command", "ALL", "SELECT", "INSERT", "UPDATE");
    boolean using = !command.equals("INSERT");
    boolean check =
        command.equals("INSERT") || !command.equals("SELECT") && decide.chance(key + " checks", 50);
    add(
        "CREATE POLICY %s ON %s AS %s FOR %s TO %s%s%s"
            .formatted(
                name,
                table.sql(),
                decide.of(key + " kind", "PERMISSIVE", "PERMISSIVE", "RESTRICTIVE"),
                command,
                decide.chance(key + " public", 40) ? "PUBLIC" : decide.of(key + " role", ROLES),
                using ? " USING (" + decide.of(key + " using", conditions) + ")" : "",
                check ? " WITH CHECK (" + decide.of(key + " check", conditions) + ")" : ""));
    comment(key, "POLICY " + name + " ON " + table.sql());
  }

  private void statisticsAndPublications() {
    for (Table table : tables) {
      String key = table.key() + " statistics";
      List<Column> columns =
          table.columns().stream()
              .filter(column -> !column.type().equals("jsonb") && !column.generated())
              .toList();
      if (columns.size() > 1 && decide.there(key, 20)) {
        String kind = decide.of(key + " kind", "", " (ndistinct)", " (mcv, dependencies)");
        add(
            "CREATE STATISTICS %s%s ON %s, %s FROM %s"
                .formatted(
                    Quoted.qualified(table.schema(), named(table.key() + "_st")),
                    kind,
                    columns.get(0).sql(),
                    columns.get(1).sql(),
                    table.sql()));
      }
    }
    if (decide.there("publication", 50)) {
      String published =
          tables.stream()
              .filter(table -> !table.unlogged())
              .filter(table -> decide.chance("publishes " + table.key(), 30))
              .map(
                  table ->
                      table.sql()
                          + (!table.partitioned()
                                  && decide.chance("publishes some of " + table.key(), 40)
                              ? " (id)" + " WHERE (id IS NOT NULL)"
                              : ""))
              .collect(Collectors.joining(", "));
      add(
          "CREATE PUBLICATION %s%s WITH (publish = '%s')"
              .formatted(
                  Quoted.identifier(named("pub")),
                  published.isEmpty() ? "" : " FOR TABLE " + published,
                  decide.of("published", "insert", "insert, update").toLowerCase(Locale.ROOT)));
    }
  }
}
