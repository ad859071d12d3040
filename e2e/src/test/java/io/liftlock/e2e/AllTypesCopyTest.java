package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.report.CopyReport;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.testkit.AllTypes;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Every value of every type, in every kind of table, arrives as it was; and what was taken away
 * while rows were loaded is back as it was.
 */
class AllTypesCopyTest {

  @Test
  void everythingArrives() {
    ScratchDatabase source = AllTypes.filled(ScratchServer.get());
    ScratchDatabase target = AllTypes.empty(ScratchServer.get());
    String schema = Copying.fingerprint(target.url());
    CopyReport report = Copying.copy(source.url(), target.url(), CopyOptions.DEFAULT.withJobs(2));
    assertThat(report.omissions())
        .extracting(omission -> omission.object().kind())
        .containsOnly(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.COLUMN);
    assertThat(report.consistent()).isTrue();
    assertThat(report.verified().orElseThrow().isEqual()).isTrue();
    Copying.assertSameRows(target, source);
    assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
  }

  @Test
  void everythingArrivesInSmallParts() {
    ScratchDatabase source = AllTypes.filled(ScratchServer.get());
    ScratchDatabase target = AllTypes.empty(ScratchServer.get());
    CopyReport report = Copying.copy(source.url(), target.url(), Copying.SMALL_PARTS);
    assertThat(report.tables().stream().mapToInt(CopyReport.CopiedTable::chunks).sum())
        .isGreaterThan(report.tables().size() + 50);
    Copying.assertSameRows(target, source);
  }

  @Test
  void aPlainRoleThatOwnsBothCopiesAllOfIt() throws SQLException {
    ScratchDatabase source = ScratchServer.get().freshDatabase();
    ScratchDatabase target = ScratchServer.get().freshDatabase();
    ScratchServer.Role giver = source.createOwner();
    ScratchServer.Role taker = target.createOwner();
    try (Connection from = source.connect(giver);
        Connection to = target.connect(taker)) {
      AllTypes.schema(from);
      AllTypes.rows(from);
      AllTypes.schema(to);
    }
    CopyReport report =
        Copying.copy(source.url(giver), target.url(taker), CopyOptions.DEFAULT.withJobs(2));
    assertThat(report.verified().orElseThrow().isEqual()).isTrue();
    Copying.assertSameRows(target, source);
  }
}
