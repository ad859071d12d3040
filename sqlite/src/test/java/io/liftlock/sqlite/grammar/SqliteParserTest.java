package io.liftlock.sqlite.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ColumnName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConflictTarget;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateTrigger;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.Pragma;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.Reading;
import io.liftlock.core.syntax.TransactionControl;
import io.liftlock.core.syntax.Vacuum;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteParserTest {

  private static <C extends Command> C read(Class<C> expected, String sql) {
    Command command =
        assertThat(SqliteParser.read(sql))
            .as(sql)
            .asInstanceOf(type(Reading.Understood.class))
            .actual()
            .said();
    return assertThat(command).as(sql).asInstanceOf(type(expected)).actual();
  }

  private static <A extends Alteration> A action(Class<A> expected, String sql) {
    AlterTable alter = read(AlterTable.class, sql);
    return assertThat(alter.actions().get(0)).as(sql).asInstanceOf(type(expected)).actual();
  }

  @Test
  void aTableSaysItsColumns() {
    String sql =
        "CREATE TEMP TABLE main.n (id INTEGER PRIMARY KEY AUTOINCREMENT, \"B b\" DECIMAL(10, 2) NOT"
            + " NULL DEFAULT (1 + 2) COLLATE NoCase, c AS (id * 2) STORED, d) STRICT, WITHOUT"
            + " ROWID";
    CreateTable table = read(CreateTable.class, sql);

    assertThat(table.name()).isEqualTo(RelationName.of("main", "n"));
    assertThat(table.persistence()).isEqualTo(Persistence.TEMPORARY);
    assertThat(table.options()).containsOnlyKeys("strict", "without rowid");
    assertThat(table.columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("id", "B b", "c", "d");
    ColumnDefinition id = table.columns().get(0);
    assertThat(id.identity()).isTrue();
    assertThat(id.constraints())
        .extracting(ConstraintDefinition::kind)
        .containsExactly(Kind.PRIMARY_KEY);
    ColumnDefinition b = table.columns().get(1);
    assertThat(b.type().name()).isEqualTo("decimal");
    assertThat(b.type().written()).isEqualTo("DECIMAL(10, 2)");
    assertThat(b.type().modifiers()).containsExactly(10, 2);
    assertThat(b.notNull()).isTrue();
    assertThat(b.defaultValue()).map(Expression::form).contains(Expression.Form.COMPUTED);
    assertThat(b.collation()).contains("nocase");
    assertThat(b.at()).isEqualTo(sql.indexOf("\"B b\""));
    assertThat(table.columns().get(2).generated())
        .hasValueSatisfying(g -> assertThat(g.stored()).isTrue());
    assertThat(table.columns().get(3).type().name()).isEmpty();
  }

  @Test
  void constraintsKnowTheirColumns() {
    CreateTable table =
        read(
            CreateTable.class,
            "CREATE TABLE n (a REFERENCES t ON DELETE CASCADE, b CONSTRAINT nn NOT NULL,"
                + " CONSTRAINT f FOREIGN KEY (a, b) REFERENCES u (x, y) ON DELETE SET NULL,"
                + " UNIQUE (a), CHECK (a > 0 AND b IS NOT NULL))");

    ConstraintDefinition inline = table.columns().get(0).constraints().get(0);
    assertThat(inline.references()).contains(RelationName.of("t"));
    assertThat(inline.onDelete()).contains("cascade");
    assertThat(table.columns().get(1).constraints().get(0).name()).contains("nn");
    ConstraintDefinition key = table.constraints().get(0);
    assertThat(key.name()).contains("f");
    assertThat(key.columns()).containsExactly("a", "b");
    assertThat(key.referencedColumns()).containsExactly("x", "y");
    assertThat(key.onDelete()).contains("set null");
    assertThat(table.constraints().get(1).kind()).isEqualTo(Kind.UNIQUE);
    Expression check = table.constraints().get(2).check().orElseThrow();
    assertThat(check.conjuncts()).containsExactly("a > 0", "b IS NOT NULL");
    assertThat(check.notNull()).containsExactly("b");
    assertThat(check.columns()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void anIndexSaysItsParts() {
    CreateIndex index =
        read(
            CreateIndex.class,
            "CREATE UNIQUE INDEX i ON t (b COLLATE nocase DESC, lower(c), \"D\") WHERE d = 1 OR e");

    assertThat(index.unique()).isTrue();
    assertThat(index.parts().get(0).column()).contains("b");
    assertThat(index.parts().get(0).collation()).contains("nocase");
    assertThat(index.parts().get(1).expression().orElseThrow().calls())
        .containsExactly(new Call("lower", 1));
    assertThat(index.parts().get(2).column()).contains("D");
    assertThat(index.where().orElseThrow().conjuncts()).containsExactly("d = 1 OR e");
  }

  @Test
  void aViewReadsTables() {
    CreateView view =
        read(
            CreateView.class,
            "CREATE VIEW v (x) AS WITH q AS (SELECT 1 FROM t) SELECT q.* FROM q JOIN main.u o ON"
                + " o.id = 1 WHERE o.n IN (SELECT z FROM k)");

    assertThat(view.columns()).containsExactly("x");
    assertThat(view.query().reads())
        .containsExactlyInAnyOrder(
            RelationName.of("t"), RelationName.of("main", "u"), RelationName.of("k"));
    assertThat(view.query().star()).isTrue();
    assertThat(view.query().filters())
        .contains(
            new ColumnName(Optional.of(RelationName.of("main", "u")), "id"),
            new ColumnName(Optional.of(RelationName.of("main", "u")), "n"));
  }

  @Test
  void aTriggerKnowsItsStatementsAndTheirPlaces() {
    String sql =
        "CREATE TRIGGER g AFTER UPDATE OF a ON t WHEN new.a > 1 /* ü */ BEGIN UPDATE u SET x = 'ä;'"
            + " WHERE y; DELETE FROM w; END";
    CreateTrigger trigger = read(CreateTrigger.class, sql);

    assertThat(trigger.table()).isEqualTo(RelationName.of("t"));
    assertThat(trigger.events()).containsExactly("update");
    List<BodyStatement> body = trigger.body().orElseThrow().statements();
    assertThat(body)
        .extracting(BodyStatement::at)
        .containsExactly(sql.indexOf("UPDATE u"), sql.indexOf("DELETE"));
    assertThat(body.get(1).command()).isInstanceOf(Write.class);
  }

  @Test
  void tablesAreAltered() {
    assertThat(action(Alteration.RenameTo.class, "ALTER TABLE t RENAME TO z").newName())
        .isEqualTo("z");
    assertThat(action(Alteration.RenameColumn.class, "ALTER TABLE t RENAME a TO b").newName())
        .isEqualTo("b");
    assertThat(action(Alteration.DropColumn.class, "ALTER TABLE t DROP COLUMN a").column())
        .isEqualTo("a");
    ColumnDefinition added =
        action(
                Alteration.AddColumn.class,
                "ALTER TABLE t ADD COLUMN a INT DEFAULT CURRENT_TIMESTAMP REFERENCES u")
            .column();
    assertThat(added.defaultValue().orElseThrow().calls())
        .containsExactly(new Call("current_timestamp", 0));
    assertThat(added.constraints())
        .extracting(ConstraintDefinition::kind)
        .containsExactly(Kind.FOREIGN_KEY);
  }

  @Test
  void writesSayWhatTheyWrite() {
    Write replace = read(Write.class, "INSERT OR REPLACE INTO t (a) SELECT b FROM u");
    assertThat(replace.kind()).isEqualTo(Write.Kind.REPLACE);
    assertThat(replace.columns()).containsExactly("a");
    assertThat(replace.source().orElseThrow().reads()).containsExactly(RelationName.of("u"));
    assertThat(read(Write.class, "REPLACE INTO t VALUES (1)").kind()).isEqualTo(Write.Kind.REPLACE);
    assertThat(read(Write.class, "INSERT INTO t VALUES (1)").source()).isEmpty();
    assertThat(
            read(Write.class, "INSERT INTO t VALUES (1) ON CONFLICT (a, b) DO NOTHING").conflict())
        .contains(new ConflictTarget(List.of("a", "b"), Optional.empty()));
    Write update = read(Write.class, "UPDATE t SET a = 1, (b, c) = (2, 3) WHERE d = 4");
    assertThat(update.assignments()).containsOnlyKeys("a", "b", "c");
    assertThat(update.where().orElseThrow().text()).isEqualTo("d = 4");
    assertThat(read(Write.class, "DELETE FROM t").where()).isEmpty();
  }

  @Test
  void theRestIsReadToo() {
    assertThat(read(Query.class, "SELECT * FROM t LIMIT 1"))
        .satisfies(query -> assertThat(query.star() && query.limited()).isTrue());
    assertThat(read(Pragma.class, "PRAGMA main.Foreign_Keys = OFF"))
        .isEqualTo(new Pragma("foreign_keys", Optional.of("off")));
    assertThat(read(Pragma.class, "PRAGMA cache_size(-2000)"))
        .isEqualTo(new Pragma("cache_size", Optional.of("-2000")));
    assertThat(read(TransactionControl.class, "ROLLBACK TO s").action())
        .isEqualTo(TransactionControl.Action.ROLLBACK_TO);
    assertThat(read(Drop.class, "DROP VIEW IF EXISTS v").type()).isEqualTo(ObjectType.VIEW);
    assertThat(read(Vacuum.class, "VACUUM").full()).isTrue();
  }

  @Test
  void literalsAreSeenToBeSo() {
    for (String literal : List.of("1", "-1", "'x'", "x'00'", "(1)", "('x')", "true", "(-1.5)")) {
      assertThat(defaultValue(literal).form()).as(literal).isEqualTo(Expression.Form.LITERAL);
    }
    for (String computed :
        List.of("(1 + 1)", "CURRENT_TIMESTAMP", "(datetime('now'))", "(random())")) {
      assertThat(defaultValue(computed).form()).as(computed).isEqualTo(Expression.Form.COMPUTED);
    }
    assertThat(defaultValue("NULL").form()).isEqualTo(Expression.Form.NULL);
  }

  private static Expression defaultValue(String sql) {
    return read(CreateTable.class, "CREATE TABLE n (a DEFAULT " + sql + ")")
        .columns()
        .get(0)
        .defaultValue()
        .orElseThrow();
  }
}
