package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.postgres.sql.ArrayText;
import io.liftlock.postgres.sql.OwnSchema;
import io.liftlock.postgres.sql.Quoted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of what a PostgreSQL database remembers of the copies into it. */
final class LedgerTables {

  /** The form of the tables; a larger number was written by a newer liftlock. */
  static final int FORM = 1;

  /** What {@code liftlock.meta} calls the number of the form. */
  static final String FORM_KEY = "copy_form";

  private static final String NULL = "NULL";

  private LedgerTables() {}

  /** The tables; adds to an older form what it lacks. */
  static final List<String> CREATE =
      List.of(
          OwnSchema.META,
          """
          CREATE TABLE IF NOT EXISTS liftlock.copy (
            id pg_catalog.text PRIMARY KEY,
            source pg_catalog.text NOT NULL,
            source_identity pg_catalog.text NOT NULL,
            plan_digest pg_catalog.text NOT NULL,
            schema_fingerprint pg_catalog.text NOT NULL,
            started_at pg_catalog.timestamptz NOT NULL,
            appends pg_catalog.bool NOT NULL,
            state pg_catalog.text NOT NULL CHECK (state IN ('copying', 'done', 'abandoned')),
            seq pg_catalog.int8 GENERATED ALWAYS AS IDENTITY
          )\
          """,
          """
          CREATE UNIQUE INDEX IF NOT EXISTS copy_one_unfinished
            ON liftlock.copy (state) WHERE state = 'copying'\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.copy_snapshot (
            copy_id pg_catalog.text NOT NULL REFERENCES liftlock.copy ON DELETE CASCADE,
            number pg_catalog.int4 NOT NULL,
            snapshot pg_catalog.text NOT NULL,
            taken_at pg_catalog.timestamptz NOT NULL,
            degree pg_catalog.text NOT NULL CHECK (degree IN ('shared', 'single', 'none')),
            because pg_catalog.text NOT NULL,
            PRIMARY KEY (copy_id, number)
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.copy_chunk (
            copy_id pg_catalog.text NOT NULL REFERENCES liftlock.copy ON DELETE CASCADE,
            source_table pg_catalog.text NOT NULL,
            ordinal pg_catalog.int4 NOT NULL,
            target_table pg_catalog.text NOT NULL,
            key_columns pg_catalog.text[],
            key_from pg_catalog.text[],
            key_to pg_catalog.text[],
            page_from pg_catalog.int8,
            page_to pg_catalog.int8,
            expected_bytes pg_catalog.int8 NOT NULL,
            rows pg_catalog.int8,
            bytes pg_catalog.int8,
            hash pg_catalog.text,
            snapshot pg_catalog.int4,
            copied_at pg_catalog.timestamptz,
            PRIMARY KEY (copy_id, source_table, ordinal)
          )\
          """,
          """
          CREATE TABLE IF NOT EXISTS liftlock.copy_suspension (
            copy_id pg_catalog.text NOT NULL REFERENCES liftlock.copy ON DELETE CASCADE,
            ordinal pg_catalog.int4 NOT NULL,
            kind pg_catalog.text NOT NULL CHECK (kind IN ('index', 'foreign_key', 'trigger')),
            target_table pg_catalog.text NOT NULL,
            name pg_catalog.text NOT NULL,
            removal pg_catalog.text[] NOT NULL,
            restoration pg_catalog.text[] NOT NULL,
            after_tables pg_catalog.text[] NOT NULL,
            statements_done pg_catalog.int4 NOT NULL,
            PRIMARY KEY (copy_id, ordinal)
          )\
          """,
          OwnSchema.form(FORM_KEY, FORM));

  /**
   * The copy that is not done ({@code copying}) or the last one that is ({@code done}).
   *
   * @param state which
   */
  static String run(CopyRun.State state) {
    return """
    SELECT c.id, c.source, c.source_identity, c.plan_digest, c.schema_fingerprint, %s, c.appends,
           c.state
      FROM liftlock.copy c
     WHERE c.state = %s
     ORDER BY c.seq DESC
     LIMIT 1\
    """
        .formatted(micros("c.started_at"), word(state));
  }

  /** What belongs to a copy: its snapshots, chunks and suspensions. */
  static List<String> parts(String copyId) {
    return List.of(
        """
        SELECT s.number, s.snapshot, %s, s.degree, s.because
          FROM liftlock.copy_snapshot s
         WHERE s.copy_id = %s
         ORDER BY s.number\
        """
            .formatted(micros("s.taken_at"), Quoted.literal(copyId)),
        """
        SELECT k.source_table, k.target_table, k.ordinal, k.key_columns, k.key_from, k.key_to, k.page_from,
               k.page_to, k.expected_bytes, k.rows, k.bytes, k.hash, k.snapshot, %s
          FROM liftlock.copy_chunk k
         WHERE k.copy_id = %s
         ORDER BY k.source_table COLLATE pg_catalog."C", k.ordinal\
        """
            .formatted(micros("k.copied_at"), Quoted.literal(copyId)),
        suspensions(copyId));
  }

  /** What was suspended for a copy. */
  static String suspensions(String copyId) {
    return """
    SELECT s.ordinal, s.kind, s.target_table, s.name, s.removal, s.restoration, s.after_tables,
           s.statements_done
      FROM liftlock.copy_suspension s
     WHERE s.copy_id = %s
     ORDER BY s.ordinal\
    """
        .formatted(Quoted.literal(copyId));
  }

  static String begin(CopyRun run) {
    return "INSERT INTO liftlock.copy (id, source, source_identity, plan_digest,"
        + " schema_fingerprint, started_at, appends, state) VALUES "
        + row(
            Quoted.literal(run.id()),
            Quoted.literal(run.source()),
            Quoted.literal(run.sourceIdentity()),
            Quoted.literal(run.planDigest()),
            Quoted.literal(run.schemaFingerprint()),
            time(run.startedAt()),
            Boolean.toString(run.appends()),
            word(run.state()));
  }

  static String state(String copyId, CopyRun.State state) {
    return "UPDATE liftlock.copy SET state = %s WHERE id = %s"
        .formatted(word(state), Quoted.literal(copyId));
  }

  /** Something of the copy that is not done, where anything is: a chunk or a suspension. */
  static String open(String copyId) {
    return """
    SELECT (SELECT pg_catalog.count(*) FROM liftlock.copy_chunk k
             WHERE k.copy_id = %1$s AND k.hash IS NULL),
           (SELECT pg_catalog.count(*) FROM liftlock.copy_suspension s
             WHERE s.copy_id = %1$s
               AND s.statements_done < pg_catalog.cardinality(s.restoration))\
    """
        .formatted(Quoted.literal(copyId));
  }

  static String snapshot(String copyId, SnapshotRecord snapshot) {
    return """
    INSERT INTO liftlock.copy_snapshot (copy_id, number, snapshot, taken_at, degree, because)
    VALUES %s
    ON CONFLICT (copy_id, number) DO UPDATE
      SET snapshot = excluded.snapshot, taken_at = excluded.taken_at, degree = excluded.degree,
          because = excluded.because\
    """
        .formatted(
            row(
                Quoted.literal(copyId),
                Integer.toString(snapshot.number()),
                Quoted.literal(snapshot.id()),
                time(snapshot.at()),
                word(snapshot.consistency().degree()),
                Quoted.literal(snapshot.consistency().because())));
  }

  static String chunks(String copyId, List<ChunkRecord> chunks) {
    return "INSERT INTO liftlock.copy_chunk (copy_id, source_table, target_table, ordinal,"
        + " key_columns, key_from, key_to, page_from, page_to, expected_bytes, rows, bytes,"
        + " hash, snapshot, copied_at) VALUES "
        + chunks.stream().map(chunk -> values(copyId, chunk)).collect(Collectors.joining(",\n"));
  }

  private static String values(String copyId, ChunkRecord chunk) {
    ChunkRecord.Copied copied = chunk.copied();
    return row(
        Quoted.literal(copyId),
        Quoted.literal(chunk.table().toString()),
        Quoted.literal(chunk.target().toString()),
        Integer.toString(chunk.ordinal()),
        range(chunk.range()),
        Long.toString(chunk.bytes()),
        copied == null ? "NULL, NULL, NULL, NULL, NULL" : values(copied));
  }

  private static String values(ChunkRecord.Copied copied) {
    return String.join(
        ", ",
        Long.toString(copied.tally().rows()),
        Long.toString(copied.tally().bytes()),
        Quoted.literal(copied.hash()),
        Integer.toString(copied.snapshot()),
        time(copied.at()));
  }

  /** The values of the five columns that say which rows. */
  private static String range(Range range) {
    return range.match(
        new Range.Cases<>() {
          @Override
          public String all(Range.All all) {
            return "NULL, NULL, NULL, NULL, NULL";
          }

          @Override
          public String keys(Range.Keys keys) {
            return String.join(
                ", ",
                ArrayText.expression(keys.columns()),
                key(keys.from()),
                key(keys.to()),
                NULL,
                NULL);
          }

          @Override
          public String pages(Range.Pages pages) {
            String to = pages.to() == null ? NULL : pages.to().toString();
            return "NULL, NULL, NULL, " + pages.from() + ", " + to;
          }

          @Override
          public String oneOf(Range.OneOf some) {
            throw new IllegalArgumentException("a chunk is no list of rows");
          }
        });
  }

  private static String key(@Nullable Key key) {
    return key == null ? NULL : ArrayText.expression(key.values());
  }

  /**
   * Notes that a chunk is done.
   *
   * @param condition what else must be true of the chunk's row {@code k}
   */
  static String done(
      String copyId, ChunkRecord chunk, ChunkRecord.Copied copied, String condition) {
    return """
    UPDATE liftlock.copy_chunk AS k
       SET (rows, bytes, hash, snapshot, copied_at) = (%s)
     WHERE %s AND %s\
    """
        .formatted(values(copied), isChunk(copyId, chunk), condition);
  }

  /** Rows and hash of a chunk, NULL where it is not done; no row where there is no such chunk. */
  static String copied(String copyId, ChunkRecord chunk) {
    return "SELECT k.rows, k.hash FROM liftlock.copy_chunk AS k WHERE " + isChunk(copyId, chunk);
  }

  private static String isChunk(String copyId, ChunkRecord chunk) {
    return "k.copy_id = %s AND k.source_table = %s AND k.ordinal = %d"
        .formatted(
            Quoted.literal(copyId), Quoted.literal(chunk.table().toString()), chunk.ordinal());
  }

  /** Table and ordinal of the chunks that are not done. */
  static String openChunks(String copyId) {
    return "SELECT k.source_table, k.ordinal FROM liftlock.copy_chunk AS k WHERE k.hash IS NULL"
        + " AND k.copy_id = "
        + Quoted.literal(copyId);
  }

  /** Forgets the chunks that are planned for a table. */
  static String unplan(String copyId, ObjectId table) {
    return "DELETE FROM liftlock.copy_chunk AS k WHERE " + isOf(copyId, List.of(table));
  }

  /** How many chunks of a table are done. */
  static String countDone(String copyId, ObjectId table) {
    return "SELECT pg_catalog.count(*) FROM liftlock.copy_chunk AS k WHERE k.hash IS NOT NULL AND "
        + isOf(copyId, List.of(table));
  }

  /** Notes that no chunk of these tables is done. */
  static String forget(String copyId, List<ObjectId> tables) {
    return """
    UPDATE liftlock.copy_chunk AS k
       SET rows = NULL, bytes = NULL, hash = NULL, snapshot = NULL, copied_at = NULL
     WHERE %s\
    """
        .formatted(isOf(copyId, tables));
  }

  private static String isOf(String copyId, List<ObjectId> tables) {
    return "k.copy_id = %s AND k.source_table = ANY (%s)"
        .formatted(
            Quoted.literal(copyId),
            ArrayText.expression(tables.stream().map(ObjectId::toString).toList()));
  }

  static String suspension(String copyId, int ordinal, Suspension suspension) {
    return "INSERT INTO liftlock.copy_suspension (copy_id, ordinal, kind, target_table, name,"
        + " removal, restoration, after_tables, statements_done) VALUES "
        + row(
            Quoted.literal(copyId),
            Integer.toString(ordinal),
            word(suspension.kind()),
            Quoted.literal(suspension.table().toString()),
            Quoted.literal(suspension.name()),
            ArrayText.expression(suspension.removal()),
            ArrayText.expression(suspension.restoration()),
            ArrayText.expression(suspension.after().stream().map(ObjectId::toString).toList()),
            "0");
  }

  /** How many statements of a restoration are done; keeps others from going on with it. */
  static String statementsDone(String copyId, int ordinal) {
    return "SELECT s.statements_done FROM liftlock.copy_suspension AS s WHERE %s FOR UPDATE"
        .formatted(isSuspension(copyId, ordinal));
  }

  static String restored(String copyId, int ordinal, int statementsDone) {
    return "UPDATE liftlock.copy_suspension AS s SET statements_done = %d WHERE %s"
        .formatted(statementsDone, isSuspension(copyId, ordinal));
  }

  private static String isSuspension(String copyId, int ordinal) {
    return "s.copy_id = %s AND s.ordinal = %d".formatted(Quoted.literal(copyId), ordinal);
  }

  private static String word(Enum<?> value) {
    return Quoted.literal(value.name().toLowerCase(Locale.ROOT));
  }

  private static String row(String... values) {
    return "(" + String.join(", ", values) + ")";
  }

  private static String micros(String column) {
    return "(EXTRACT(epoch FROM " + column + ") * 1000000)::pg_catalog.int8";
  }

  private static String time(Instant instant) {
    return "'" + instant.truncatedTo(ChronoUnit.MICROS) + "'::pg_catalog.timestamptz";
  }
}
