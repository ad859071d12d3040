package io.liftlock.engine.transfer;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.HashMap;
import java.util.Map;

class InterruptedCopyOnPostgresTest extends InterruptedCopyContract {

  private static final String SCHEMA =
      """
      CREATE TABLE users (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        mail text UNIQUE,
        boss bigint REFERENCES users);
      CREATE TABLE orders (
        id serial PRIMARY KEY,
        user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
        note text);
      CREATE INDEX ON orders (user_id);
      CREATE TABLE log (line text, at timestamptz);
      CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM orders;
      CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO public.log VALUES ('fired', now()); RETURN NEW; END $$;
      CREATE TRIGGER noted AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION noted();
      """;

  private static final String ROWS =
      """
      INSERT INTO users (mail, boss)
        SELECT 'u' || i, nullif(i / 2, 0) FROM generate_series(1, 300) i;
      ALTER TABLE orders DISABLE TRIGGER noted;
      INSERT INTO orders (user_id, note)
        SELECT 1 + i % 300, repeat('n', i % 90) FROM generate_series(1, 400) i;
      ALTER TABLE orders ENABLE TRIGGER noted;
      INSERT INTO log SELECT repeat('l', i % 200), '2026-01-01' FROM generate_series(1, 200) i;
      REFRESH MATERIALIZED VIEW totals;
      """;

  private final ScratchServer server = ScratchServer.get();
  private final Map<DatabaseUrl, ScratchDatabase> databases = new HashMap<>();
  private ScratchDatabase source;

  @Override
  DatabaseUrl source() {
    if (source == null) {
      source = server.freshDatabase();
      source.execute(SCHEMA);
      source.execute(ROWS);
      databases.put(source.url(), source);
    }
    return source.url();
  }

  @Override
  DatabaseUrl target() {
    ScratchDatabase target =
        server.freshDatabase(
            "interrupted copies",
            connection -> {
              try (var statement = connection.createStatement()) {
                statement.execute(SCHEMA);
              }
            });
    databases.put(target.url(), target);
    return target.url();
  }

  @Override
  Object rows(DatabaseUrl url) {
    return RowText.of(databases.get(url));
  }

  @Override
  long chunkBytes() {
    return 8_192;
  }
}
