package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.report.CopyReport;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.testkit.AllTypes;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that two majors both know is copied from each into each, older and newer. */
@Tag("majors")
class CopyMajorsTest {

  @ParameterizedTest
  @CsvSource({
    "14, 14", "14, 15", "14, 16", "14, 17", "14, 18", "15, 14", "15, 15", "15, 16", "15, 17",
    "15, 18", "16, 14", "16, 15", "16, 16", "16, 17", "16, 18", "17, 14", "17, 15", "17, 16",
    "17, 17", "17, 18", "18, 14", "18, 15", "18, 16", "18, 17", "18, 18"
  })
  void everythingArrives(int from, int to) {
    int both = Math.min(from, to);
    ScratchDatabase source = AllTypes.filled(ScratchServer.of(from), both);
    ScratchDatabase target = AllTypes.empty(ScratchServer.of(to), both);
    String schema = Copying.fingerprint(target.url());
    CopyReport report = Copying.copy(source.url(), target.url(), CopyOptions.DEFAULT.withJobs(2));
    assertThat(report.verified().orElseThrow().isEqual()).isTrue();
    Copying.assertSameRows(target, source);
    assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
    source.drop();
    target.drop();
  }
}
