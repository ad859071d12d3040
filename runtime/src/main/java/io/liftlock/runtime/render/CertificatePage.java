package io.liftlock.runtime.render;

import io.liftlock.runtime.transfer.DatabaseEnd;
import io.liftlock.runtime.transfer.RowsResult;

/**
 * The {@link Certificate} as a page. Its last line, a comment, is the SHA-256 of everything before
 * that line.
 */
public final class CertificatePage {

  private CertificatePage() {}

  /** The page. */
  public static String of(RowsResult result) {
    Html page = Html.page("Certificate of a comparison");
    page.element(
        "p",
        result.isEqual() ? "good" : "bad",
        result.isEqual() ? "The two databases are equal." : "Not shown to be equal.");
    page.open("table").line();
    row(page, "made", Certificate.made(result));
    end(page, "A", result.a());
    end(page, "B", result.b());
    row(page, "schema", Certificate.schema(result));
    result
        .rows()
        .ifPresent(
            rows -> {
              row(page, "A read", Certificate.reading(rows.readA()));
              row(page, "B read", Certificate.reading(rows.readB()));
              row(page, "hash", Certificate.hash(rows));
            });
    page.close("table").line();
    result.rows().ifPresent(rows -> RowsPage.tables(page, rows));
    if (!result.left().isEmpty()) {
      page.element("h2", "Left out").open("table").line();
      result.left().forEach(left -> row(page, left.object().toString(), left.because()));
      page.close("table").line();
    }
    page.element("p", "The last line of this file is the SHA-256 of everything before it.");
    String text = page.end();
    return text + "<!-- " + Certificate.seal(text) + " -->\n";
  }

  private static void end(Html page, String role, DatabaseEnd end) {
    row(page, role, end.url() + ", " + end.product());
    row(page, "", "database " + end.identity());
    row(page, "", "server " + end.server());
  }

  private static void row(Html page, String name, String content) {
    page.open("tr").cell(name).cell(content).close("tr").line();
  }
}
