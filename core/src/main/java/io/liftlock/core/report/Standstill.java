package io.liftlock.core.report;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.sql.RelationName;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How long a migration will keep the application waiting: the time for which it reads or writes all
 * of a relation while others cannot write to, or read, what it has locked.
 *
 * @param migration its title
 * @param place the first statement that does so
 * @param locks what others wait for
 * @param impact for how long, by the sizes of the relations; empty where a size is not known
 * @param unknown the relations whose size is not known
 */
public record Standstill(
    String migration,
    Place place,
    List<ExpectedLock> locks,
    Optional<Impact> impact,
    SortedSet<RelationName> unknown) {

  /** Copies what it is given. */
  public Standstill {
    locks = List.copyOf(locks);
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
  }

  /** Whether it takes longer than a limit, or for a time that cannot be told. */
  public boolean exceeds(Duration limit) {
    return impact.map(known -> known.blocked().compareTo(limit) > 0).orElse(true);
  }

  /** What others wait for, as a sentence tells it: {@code writes to public.users}. */
  public String what() {
    boolean reads = locks.stream().anyMatch(lock -> lock.mode().blocksReads());
    return (reads ? "reads of and writes to " : "writes to ")
        + locks.stream()
            .map(lock -> lock.relation().toString())
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
