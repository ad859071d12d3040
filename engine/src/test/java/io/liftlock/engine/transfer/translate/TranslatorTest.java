package io.liftlock.engine.transfer.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.testkit.Golden;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole schemas in both directions, each built on a real database of the other kind. */
class TranslatorTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("translate");

  @TempDir Path folder;

  @Test
  void sqliteBecomesPostgres() throws SQLException {
    DatabaseUrl source = DatabaseUrl.parse("sqlite:" + folder.resolve("source.db"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source.location());
        Statement statement = connection.createStatement()) {
      for (String sql : GOLDEN.read("sqlite-shop/source.sql").split(";\n(?=CREATE)")) {
        statement.execute(sql);
      }
    }
    ScratchDatabase target = ScratchServer.get().freshDatabase();
    try {
      GOLDEN.check("sqlite-shop/target.txt", translated(source, target.url()));
    } finally {
      target.drop();
    }
  }

  @Test
  void postgresBecomesSqlite() throws SQLException {
    ScratchDatabase source = ScratchServer.get().freshDatabase();
    try {
      source.execute(GOLDEN.read("postgres-shop/source.sql"));
      GOLDEN.check(
          "postgres-shop/target.txt",
          translated(source.url(), DatabaseUrl.parse("sqlite:" + folder.resolve("target.db"))));
    } finally {
      source.drop();
    }
  }

  /** What is chosen, what is left out, and the script, once the target was built by it. */
  private static String translated(DatabaseUrl from, DatabaseUrl to) throws SQLException {
    try (Database source = open(from);
        Database target = open(to)) {
      Renderer renderer = driver(to).renderer();
      Schema empty = target.inspector().inspect();
      Translation translation =
          new Translator(empty, renderer::quoted, TypeOverrides.NONE, NameStyle.FOLDED)
              .translate(source.inspector().inspect(), Map.of());
      List<SchemaObject> objects = new ArrayList<>(empty.objects().values());
      objects.addAll(translation.schema().objects().values());
      Schema wanted = empty.with(objects);
      SchemaScript script = renderer.render(SchemaDiff.between(empty, wanted), Renderer.Mode.PLAIN);
      assertThat(script.transactional()).isTrue();
      assertThat(script.notes()).isEmpty();
      try (Connection connection = connect(to);
          Statement statement = connection.createStatement()) {
        for (SchemaScript.Statement each : script.statements()) {
          statement.execute(each.sql());
        }
      }
      assertThat(differences(wanted, target.inspector().inspect())).isEmpty();
      return text(translation) + "\n" + script.text();
    }
  }

  /** The server prints conditions in its own words; everything else is as it was wanted. */
  private static List<Change> differences(Schema wanted, Schema built) {
    List<Change> differences = new ArrayList<>();
    for (Change change : SchemaDiff.between(wanted, built).changes()) {
      Optional<SchemaObject> before = wanted.find(change.object());
      Optional<SchemaObject> after = built.find(change.object());
      boolean worded =
          before.isPresent()
              && after.isPresent()
              && Set.of(
                      Property.DEFINITION,
                      Property.PREDICATE,
                      // SQLite's are the names that occur in a check's text, strings too.
                      Property.COLUMNS)
                  .containsAll(before.get().differences(after.get()))
              && before.get().properties().toString().matches("(?s).*(CHECK|WHERE) .*");
      if (!worded) {
        differences.add(change);
      }
    }
    return differences;
  }

  private static String text(Translation translation) {
    StringBuilder text = new StringBuilder();
    for (TypeChoice choice : translation.choices()) {
      text.append(
          "%s %s -> %s %s: %s%n"
              .formatted(
                  choice.column().qualified(),
                  choice.from(),
                  choice.target().qualified(),
                  choice.to(),
                  choice.because()));
    }
    text.append("\nleft out\n");
    translation.leftOut().forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return url.kind() == DatabaseUrl.Kind.SQLITE
        ? DriverManager.getConnection("jdbc:sqlite:" + url.location())
        : DriverManager.getConnection(
            "jdbc:postgresql:" + url.location(), url.user(), url.password());
  }

  private static DatabaseDriver driver(DatabaseUrl url) {
    return ServiceLoader.load(DatabaseDriver.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(driver -> driver.accepts(url))
        .findFirst()
        .orElseThrow();
  }

  private static Database open(DatabaseUrl url) {
    RunnerIdentity runner = new RunnerIdentity("test", "here", 1, Instant.EPOCH, "test");
    return driver(url).open(url, new OpenOptions("main", HistoryTable.DEFAULT, runner));
  }
}
