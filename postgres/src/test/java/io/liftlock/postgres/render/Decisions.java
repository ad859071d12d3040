package io.liftlock.postgres.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Random answers to named questions. The same question has the same answer in two versions of a
 * schema, but for a few that the second version answers anew; so the two are alike, and what
 * differs can be anything.
 */
final class Decisions {

  private final long seed;
  private final long otherSeed;
  private final int changedPercent;
  private final Set<String> settled;
  private final Set<String> absent;
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> present = new TreeSet<>();

  private Decisions(
      long seed, long otherSeed, int changedPercent, Set<String> settled, Set<String> absent) {
    this.seed = seed;
    this.otherSeed = otherSeed;
    this.changedPercent = changedPercent;
    this.settled = settled;
    this.absent = absent;
  }

  /**
   * The first version.
   *
   * @param absent what is left out although it would be there
   */
  static Decisions first(long seed, Set<String> absent) {
    return new Decisions(seed, seed, 0, Set.of(), absent);
  }

  /**
   * The second version.
   *
   * @param settled questions that are answered as in the first
   * @param absent what is left out although it would be there
   */
  static Decisions second(long seed, Set<String> settled, Set<String> absent) {
    Random random = new Random(seed);
    return new Decisions(seed, random.nextLong(), 4 + random.nextInt(25), settled, absent);
  }

  /** A number from 0 on, below a bound. */
  int below(String question, int bound) {
    boolean asBefore =
        settled.contains(question)
            || random(otherSeed, "? " + question).nextInt(100) >= changedPercent;
    int before = random(seed, question).nextInt(bound);
    int answer = asBefore ? before : random(otherSeed, question).nextInt(bound);
    if (!asBefore) {
      changed.add(question);
    }
    return answer;
  }

  /** Yes in so many of a hundred cases. */
  boolean chance(String question, int percent) {
    return below(question, 100) < percent;
  }

  /** Whether something is there, in so many of a hundred cases. */
  boolean there(String question, int percent) {
    boolean there = chance(question, percent) && !absent.contains(question);
    if (there) {
      present.add(question);
    }
    return there;
  }

  /** One of a few. */
  @SafeVarargs
  final <T> T of(String question, T... answers) {
    return answers[below(question, answers.length)];
  }

  /** One of a few, at least one. */
  <T> T of(String question, List<T> answers) {
    return answers.get(below(question, answers.size()));
  }

  /** Questions that were answered anew. */
  Set<String> changed() {
    return changed;
  }

  /** What is there. */
  Set<String> present() {
    return present;
  }

  private static Random random(long seed, String question) {
    CRC32 crc = new CRC32();
    crc.update(question.getBytes(StandardCharsets.UTF_8));
    Random random = new Random(seed ^ (crc.getValue() * 0x9E3779B97F4A7C15L));
    random.nextInt();
    return random;
  }
}
