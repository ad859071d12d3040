package io.liftlock.core.migration;

import io.liftlock.core.sql.Checksum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database says has been done to it: every event, in order, and what follows from them. A
 * value; reading it again gives another one.
 */
public final class History {

  /** What the first entry carries as {@code prevHash}. */
  public static final String GENESIS = "0".repeat(64);

  /**
   * How {@code prevHash} begins where a script run by hand wrote the row: its writer could not know
   * the row before. The chain begins anew there.
   */
  public static final String BY_HAND = "by-hand-";

  /** A database that nothing was ever done to. */
  public static final History EMPTY = new History(List.of());

  private final List<HistoryEntry> entries;
  private final Map<MigrationId, Applied> applied;
  private final List<HistoryEntry> attempt;

  private History(List<HistoryEntry> entries) {
    this.entries = entries;
    Map<MigrationId, Applied> state = new LinkedHashMap<>();
    List<HistoryEntry> open = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      MigrationId id = entry.id();
      switch (entry.state()) {
        case STARTED, FAILED -> {
          if (!continues(open, entry)) {
            open.clear();
          }
          open.add(entry);
        }
        case DONE -> {
          if (entry.direction() != Direction.REPAIR
              && !open.isEmpty()
              && open.get(0).id().equals(id)) {
            open.clear();
          }
          switch (entry.direction()) {
            case UP, STAMP, ADOPT -> {
              // Applied again (a repeatable migration): it counts as the newest.
              state.remove(id);
              state.put(id, new Applied(id, entry, entry.checksum()));
            }
            case DOWN -> state.remove(id);
            case REPAIR ->
                state.computeIfPresent(
                    id, (key, before) -> new Applied(id, before.entry(), entry.checksum()));
          }
        }
      }
    }
    this.applied = Collections.unmodifiableMap(state);
    this.attempt = List.copyOf(open);
  }

  private static boolean continues(List<HistoryEntry> open, HistoryEntry entry) {
    return !open.isEmpty()
        && open.get(0).id().equals(entry.id())
        && open.get(0).direction() == entry.direction();
  }

  /** The history of these entries, oldest first. */
  public static History of(List<HistoryEntry> entries) {
    return entries.isEmpty() ? EMPTY : new History(List.copyOf(entries));
  }

  /**
   * A migration that is applied.
   *
   * @param id its id
   * @param entry the event that applied it
   * @param checksum the checksum that counts: of the event, or of a later repair; null where
   *     unknown
   */
  public record Applied(MigrationId id, HistoryEntry entry, @Nullable Checksum checksum) {}

  /** Every event, oldest first. */
  public List<HistoryEntry> entries() {
    return entries;
  }

  /** What is applied now, in the order it was applied. */
  public Map<MigrationId, Applied> applied() {
    return applied;
  }

  /** Whether a migration is applied. */
  public boolean isApplied(MigrationId id) {
    return applied.containsKey(id);
  }

  /** The migration that was begun and neither completed nor taken back, if there is one. */
  public Optional<HistoryEntry> stopped() {
    return attempt.isEmpty() ? Optional.empty() : Optional.of(attempt.get(attempt.size() - 1));
  }

  /**
   * Every event of the migration that is {@link #stopped()}, since it was begun: of the run that
   * began it and of those that went on. What is remembered of statements belongs to it only where
   * it bears the batch of one of them; older rows tell of a time before.
   */
  public List<HistoryEntry> attempt() {
    return attempt;
  }

  /** What the next entry carries as {@code prevHash}; also the fingerprint of this history. */
  public String tip() {
    return entries.isEmpty() ? GENESIS : entries.get(entries.size() - 1).hash();
  }

  /** The first entry that does not continue the chain, if somebody altered or removed rows. */
  public Optional<HistoryEntry> firstBroken() {
    String expected = GENESIS;
    for (HistoryEntry entry : entries) {
      if (!entry.prevHash().equals(expected) && !entry.prevHash().startsWith(BY_HAND)) {
        return Optional.of(entry);
      }
      expected = entry.hash();
    }
    return Optional.empty();
  }

  /** The history with one more event. */
  public History plus(HistoryEntry entry) {
    List<HistoryEntry> longer = new ArrayList<>(entries);
    longer.add(entry);
    return of(longer);
  }
}
