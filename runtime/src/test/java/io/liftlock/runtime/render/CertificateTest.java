package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.sql.Checksum;
import io.liftlock.runtime.transfer.RowsResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The certificate of a comparison. */
class CertificateTest {

  private static RowsResult result(RowComparison rows) {
    return new RowsResult(
        CopyReports.OLD,
        CopyReports.NEW,
        Optional.empty(),
        List.of(),
        Optional.of(rows),
        List.of(),
        List.of(),
        new RunnerIdentity("ada", "desk", 1, CopyReports.AT, "0.1"),
        CopyReports.AT);
  }

  @Test
  void itSaysWhoComparedWhatWhenAndHow() {
    assertThat(Certificate.of(result(CopyReports.compared(CopyReports.equal(CopyReports.USERS)))))
        .isEqualTo(
            """
            liftlock: certificate of a comparison

            result    equal
            made      2026-11-20T17:30:00Z by ada@desk with liftlock 0.1
            A         postgresql://app@old/journal, PostgreSQL 16.3
                      database 7/5
                      server 7/11
            B         postgresql://app@new/journal, PostgreSQL 18.0
                      database 8/5
                      server 8/12
            schema    not compared
            A read    2026-11-20T17:30:00Z at 7:7:, consistency shared
            B read    2026-11-20T17:30:00Z, consistency single: it is a file
            hash      text, 2 independent hashes of 64 bits

            equal                   3               3  public.users  abc -ff

            sha256 %s
            """
                .formatted(
                    Checksum.sha256(
                        before(
                            Certificate.of(
                                result(
                                    CopyReports.compared(
                                        CopyReports.equal(CopyReports.USERS))))))));
  }

  @Test
  void itsLastLineIsTheHashOfWhatStandsBefore() {
    RowsResult differing = result(CopyReports.compared(CopyReports.different(CopyReports.ODD)));
    String text = Certificate.of(differing);
    assertThat(text)
        .contains("not shown to be equal")
        .endsWith("\nsha256 " + Checksum.sha256(before(text)) + "\n")
        .doesNotContain("secret1", "42\n");
    String page = CertificatePage.of(differing);
    assertThat(page)
        .contains("&lt;odd&gt;", "Not shown to be equal")
        .endsWith("\n<!-- sha256 " + Checksum.sha256(before(page)) + " -->\n")
        .doesNotContain("secret1", "<odd>");
  }

  /** Everything before the last line. */
  private static String before(String text) {
    return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
  }
}
