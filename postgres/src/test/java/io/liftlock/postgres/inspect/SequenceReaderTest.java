package io.liftlock.postgres.inspect;

import static io.liftlock.core.schema.ObjectKind.COLUMN;
import static io.liftlock.core.schema.ObjectKind.SEQUENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.Property;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void howItCounts() {
    scratch.execute("CREATE SEQUENCE q AS smallint INCREMENT BY -2 MAXVALUE -1 CACHE 3 CYCLE");
    Map<Property, List<String>> said =
        Inspected.of(scratch).get(SEQUENCE, "public", "q").properties();
    assertThat(said)
        .containsEntry(Property.TYPE, List.of("smallint"))
        .containsEntry(Property.START, List.of("-1"))
        .containsEntry(Property.INCREMENT, List.of("-2"))
        .containsEntry(Property.MINIMUM, List.of("-32768"))
        .containsEntry(Property.MAXIMUM, List.of("-1"))
        .containsEntry(Property.CACHE, List.of("3"))
        .containsEntry(Property.CYCLE, List.of("true"))
        .doesNotContainKeys(Property.OWNED_BY, Property.PERSISTENCE);
  }

  @Test
  void aSerialColumnUsesTheSequenceThatItOwns() {
    scratch.execute("CREATE TABLE \"T\" (id serial)");
    Inspected read = Inspected.of(scratch);
    assertThat(read.text(Property.OWNED_BY, SEQUENCE, "public", "T_id_seq"))
        .isEqualTo("public.\"T\".id");
    assertThat(read.uses(SEQUENCE, "public", "T_id_seq")).isEmpty();
    assertThat(read.uses(COLUMN, "public", "T", "id"))
        .containsExactly("sequence public.\"T_id_seq\"");
  }

  @Test
  void thatOfTheHistoryTableIsNobodysElse() throws Exception {
    try (var database = Inspected.open(scratch.url())) {
      database.history().prepare();
      assertThat(new Inspected(database.inspector().inspect()).names(SEQUENCE)).isEmpty();
    }
  }
}
