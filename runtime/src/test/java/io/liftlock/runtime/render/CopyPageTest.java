package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of a copy. */
class CopyPageTest {

  private static String page(boolean verified) {
    return CopyPage.of(
        CopyReports.copied(
            verified
                ? Optional.of(CopyReports.compared(CopyReports.equal(CopyReports.USERS)))
                : Optional.empty(),
            true));
  }

  @Test
  void itNeedsNothingButItself() {
    assertThat(page(true))
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .doesNotContain("<script", "http://", "https://", "src=", "href=");
  }

  @Test
  void namesAndNoticesAreEscaped() {
    assertThat(page(true))
        .contains("&lt;odd&gt; &amp; &quot;&quot;table&quot;&quot;", "a &lt;notice&gt;")
        .doesNotContain("<odd>", "<notice>");
  }

  @Test
  void eachTableHasABarAsLongAsItTook() {
    assertThat(page(true))
        .containsPattern("&lt;odd&gt;.*width:25%")
        .containsPattern("public\\.users.*1,200.*96\\.0 kB.*width:100%");
  }

  @Test
  void whatWasNotVerifiedIsSaid() {
    assertThat(page(true)).contains("Verified: both databases are equal.");
    assertThat(page(false)).contains("Not verified").doesNotContain("equal.");
    assertThat(
            CopyPage.of(
                CopyReports.copied(
                    Optional.of(CopyReports.compared(CopyReports.different(CopyReports.USERS))),
                    true)))
        .contains("were not shown to be equal")
        .doesNotContain("secret1", "secret2");
  }

  @Test
  void aCopyOfSeveralInstantsIsNotCalledConsistent() {
    assertThat(CopyPage.of(CopyReports.copied(Optional.empty(), false)))
        .contains("Not everything was read at one instant.");
  }
}
