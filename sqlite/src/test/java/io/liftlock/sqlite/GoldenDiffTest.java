package io.liftlock.sqlite;

import io.liftlock.testkit.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of schemas, the SQL between them both ways, and the proof that it does what it should. */
final class GoldenDiffTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("diff");

  @TempDir Path folder;

  static Stream<String> cases() {
    return GOLDEN.cases().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isProvenBothWays(String name) throws Exception {
    ProvenChange change =
        ProvenChange.prove(
            folder, GOLDEN.read(name + "/before.sql"), GOLDEN.read(name + "/after.sql"));
    GOLDEN.check(name + "/plan.sql", change.plan());
    GOLDEN.check(name + "/undo.sql", change.undo());
  }
}
