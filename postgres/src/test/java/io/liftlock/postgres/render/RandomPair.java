package io.liftlock.postgres.render;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;
import io.liftlock.postgres.render.DiffProofTest.Side;
import io.liftlock.testkit.ScratchServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Two versions of a random schema. */
final class RandomPair {

  private final long seed;
  private final Set<String> settled;
  private final Set<String> absent;
  private final Decisions first;
  private final Decisions second;
  private final String before;
  private final String after;
  private final @Nullable String failure;

  RandomPair(long seed, Set<String> settled, Set<String> absent) {
    this.seed = seed;
    this.settled = settled;
    this.absent = absent;
    this.first = Decisions.first(seed, absent);
    this.second = Decisions.second(seed, settled, absent);
    this.before = RandomSchema.sql(first);
    this.after = RandomSchema.sql(second);
    this.failure = prove();
  }

  /**
   * Leaves out whatever can be left out, in ever smaller pieces (Zeller, Hildebrandt: Simplifying
   * and Isolating Failure-Inducing Input, TSE 28/2, 2002).
   */
  RandomPair smallest() {
    RandomPair smallest = this;
    for (int pieces = 2; pieces <= 512; pieces *= 4) {
      List<String> questions = List.copyOf(smallest.second.changed());
      for (List<String> piece : cut(questions, pieces)) {
        RandomPair candidate = smallest.with(piece, List.of());
        smallest = candidate.failsLike(smallest) ? candidate : smallest;
      }
      List<String> things = List.copyOf(smallest.things());
      for (List<String> piece : cut(things, pieces)) {
        RandomPair candidate = smallest.with(List.of(), piece);
        smallest = candidate.failsLike(smallest) ? candidate : smallest;
      }
    }
    return smallest;
  }

  private static List<List<String>> cut(List<String> all, int pieces) {
    int size = Math.max(1, (all.size() + pieces - 1) / pieces);
    List<List<String>> cut = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      cut.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return cut;
  }

  private RandomPair with(List<String> moreSettled, List<String> moreAbsent) {
    Set<String> nowSettled = new TreeSet<>(settled);
    nowSettled.addAll(moreSettled);
    Set<String> nowAbsent = new TreeSet<>(absent);
    nowAbsent.addAll(moreAbsent);
    return new RandomPair(seed, nowSettled, nowAbsent);
  }

  /** Whether it fails in the same way, so that making it smaller does not go astray. */
  boolean failsLike(RandomPair other) {
    return failure != null
        && other.failure != null
        && firstLine(failure).equals(firstLine(other.failure));
  }

  private static String firstLine(String failure) {
    return failure.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"|[a-z]+\\.\\S+", "");
  }

  Set<String> things() {
    Set<String> things = new TreeSet<>(first.present());
    things.addAll(second.present());
    return things;
  }

  @Override
  public String toString() {
    return failure
        + "\n\n-- before\n"
        + before
        + "\n-- after\n"
        + after
        + "\n-- changed: "
        + second.changed();
  }

  @Nullable String failure() {
    return failure;
  }

  private @Nullable String prove() {
    try {
      Desk desk = Desk.take();
      try {
        desk.left().fill(before);
        desk.right().fill(after);
        Schema from = desk.left().inspect();
        Schema to = desk.right().inspect();
        prove("the plan", desk.left(), from, to);
        prove("the way back", desk.left(), to, from);
        prove("the end of the first", desk.left(), from, desk.empty());
        prove("the SQL of all of the second", desk.left(), desk.empty(), to);
        prove("the end of the second", desk.left(), to, desk.empty());
        prove("the end of the second where it was built", desk.right(), to, desk.empty());
        desk.leave();
        return null;
      } catch (AssertionError | SQLException | RuntimeException e) {
        desk.clear();
        return String.valueOf(e.getMessage());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the scratch server fails", e);
    }
  }

  private static void prove(String what, Side side, Schema from, Schema to) {
    SchemaScript script = DiffProofTest.script(from, to);
    side.run(script);
    DiffProofTest.assertSame(what, script, side.inspect(), to);
  }

  /**
   * Two empty databases. Who leaves them empty again leaves them to the next; making and dropping
   * databases takes longer than everything else.
   */
  private record Desk(Side left, Side right, Schema empty) {

    private static final ScratchServer SERVER = ScratchServer.get();
    private static final AtomicReference<@Nullable Desk> FREE = new AtomicReference<>();

    static Desk take() {
      Desk free = FREE.getAndSet(null);
      if (free != null) {
        return free;
      }
      SERVER.execute(DiffProofTest.ROLES);
      Side left = Side.of(SERVER);
      return new Desk(left, Side.of(SERVER), left.inspect());
    }

    void leave() {
      FREE.set(this);
    }

    void clear() throws SQLException {
      left.close();
      right.close();
    }
  }
}
