package io.liftlock.runtime;

import io.liftlock.core.database.SqlParser;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Reads the statements of many scripts on all processors, ahead of the one who asks for them in
 * order: grammar is most of the work of linting, and no statement needs another one for it.
 */
final class ReadAhead implements SqlParser {

  /** Fewer statements are read before a thread has begun. */
  private static final int FEW = 256;

  private static final int BATCH = 64;
  private static final int MOST_THREADS = 4;

  private final SqlParser own;
  private final Map<Statement, CompletableFuture<Map<Statement, Reading>>> ahead;

  private ReadAhead(
      SqlParser own, Map<Statement, CompletableFuture<Map<Statement, Reading>>> ahead) {
    this.own = own;
    this.ahead = ahead;
  }

  /**
   * A parser that has begun to read.
   *
   * @param parsers makes one parser for each thread
   * @param scripts in the order in which they will be asked for
   */
  static SqlParser of(Supplier<SqlParser> parsers, List<Script> scripts) {
    List<Statement> statements = new ArrayList<>();
    for (Script script : scripts) {
      // One that is cut again at each walk has other statements each time.
      if (script.isHeld()) {
        script.stream().filter(statement -> !statement.isLarge()).forEach(statements::add);
      }
    }
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    if (statements.size() < FEW || threads < 2) {
      return parsers.get();
    }
    List<List<Statement>> batches = new ArrayList<>();
    for (int from = 0; from < statements.size(); from += BATCH) {
      batches.add(statements.subList(from, Math.min(from + BATCH, statements.size())));
    }
    List<CompletableFuture<Map<Statement, Reading>>> readings = new ArrayList<>();
    Map<Statement, CompletableFuture<Map<Statement, Reading>>> ahead =
        new HashMap<>(statements.size());
    for (List<Statement> batch : batches) {
      CompletableFuture<Map<Statement, Reading>> reading = new CompletableFuture<>();
      readings.add(reading);
      batch.forEach(statement -> ahead.put(statement, reading));
    }
    AtomicInteger next = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      SqlParser parser = parsers.get();
      Thread thread =
          new Thread(
              () -> {
                for (int at = next.getAndIncrement();
                    at < batches.size();
                    at = next.getAndIncrement()) {
                  read(parser, batches.get(at), readings.get(at));
                }
              },
              "read ahead " + i);
      thread.setDaemon(true);
      thread.start();
    }
    return new ReadAhead(parsers.get(), ahead);
  }

  private static void read(
      SqlParser parser, List<Statement> batch, CompletableFuture<Map<Statement, Reading>> reading) {
    try {
      Map<Statement, Reading> all = new HashMap<>(batch.size());
      batch.forEach(statement -> all.put(statement, parser.read(statement)));
      reading.complete(all);
    } catch (RuntimeException | Error e) {
      reading.completeExceptionally(e);
    }
  }

  @Override
  public Reading read(Statement statement) {
    // Asked for once in most cases, and then no longer kept.
    CompletableFuture<Map<Statement, Reading>> reading = ahead.remove(statement);
    if (reading == null) {
      return own.read(statement);
    }
    try {
      Reading read = reading.join().get(statement);
      return read == null ? own.read(statement) : read;
    } catch (CompletionException e) {
      // It is met again here, in the thread that can tell of it.
      return own.read(statement);
    }
  }
}
