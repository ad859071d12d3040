package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.HashKind;
import java.util.List;

/** Agrees with both servers on the cheapest hash that both compute alike. */
final class Negotiation {

  private Negotiation() {}

  /**
   * Asks both.
   *
   * @param certificate whether only hashes of a row's text will do: the parts of a record hash fold
   *     some values into 32 bits, whatever the seed
   */
  static HashKind agreed(Crew a, Crew b, boolean certificate) {
    List<HashKind> ofA = a.ask(reader -> reader.hashes());
    List<HashKind> ofB = b.ask(reader -> reader.hashes());
    for (HashKind kind : ofA) {
      if (!ofB.contains(kind) || (certificate && kind == HashKind.RECORD)) {
        continue;
      }
      if (a.ask(reader -> reader.probe(kind)).equals(b.ask(reader -> reader.probe(kind)))) {
        return kind;
      }
    }
    return HashKind.TUPLES;
  }
}
