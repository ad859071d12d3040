package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Copies and comparisons as documents. */
class TransferDocumentsTest {

  private static String json(Object data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonDocument.write(bytes, data);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void valuesAreShownOnlyWhenAsked() {
    RowComparison rows = CopyReports.compared(CopyReports.different(CopyReports.USERS));
    String hidden = json(RowComparisonDocument.of(rows, RowComparisonDocument.Values.HIDDEN));
    assertThat(hidden)
        .contains("\"equal\" : false", "\"state\" : \"different\"", "\"key\" : [ \"42\" ]")
        .contains("\"kind\" : \"missing\"", "\"column\" : \"price\"", "\"more\" : true")
        .doesNotContain("secret1", "valueA");
    assertThat(json(RowComparisonDocument.of(rows, RowComparisonDocument.Values.SHOWN)))
        .contains("\"valueA\" : \"secret1\"", "\"valueB\" : \"secret2\"");
  }

  @Test
  void whatIsUnknownIsNotEqualAndHasNoCount() {
    assertThat(
            json(
                RowComparisonDocument.of(
                    CopyReports.compared(CopyReports.unknown(CopyReports.USERS)),
                    RowComparisonDocument.Values.HIDDEN)))
        .contains("\"equal\" : false", "\"rowsA\" : null", "\"code\" : \"ROWS_HIDDEN\"");
  }

  @Test
  void whatWasNotComparedIsListed() {
    RowComparison rows = CopyReports.compared(CopyReports.equal(CopyReports.USERS));
    RowComparison less =
        new RowComparison(
            rows.tables(),
            Map.of(
                CopyReports.ODD,
                Problem.error(ErrorCode.TABLE_NOT_COMPARED, "A has no such table")),
            rows.hash(),
            rows.seeds(),
            rows.readA(),
            rows.readB());
    assertThat(json(RowComparisonDocument.of(less, RowComparisonDocument.Values.HIDDEN)))
        .contains("\"equal\" : false", "\"code\" : \"TABLE_NOT_COMPARED\"");
  }

  @Test
  void aCopyHasTablesPhasesAndWhatWasVerified() {
    assertThat(
            json(
                CopyDocument.of(
                    CopyReports.copied(
                        Optional.of(CopyReports.compared(CopyReports.equal(CopyReports.USERS))),
                        true))))
        .contains("\"table\" : \"public.users\"", "\"rows\" : 1200", "\"bytes\" : 98304")
        .contains("\"name\" : \"indexes\"", "\"durationMs\" : 90")
        .contains("\"verified\" : true", "\"consistent\" : true", "\"resumed\" : 2")
        .contains("\"because\" : \"1 value is no time\"");
    assertThat(json(CopyDocument.of(CopyReports.copied(Optional.empty(), true))))
        .contains("\"verified\" : false", "\"comparison\" : null");
  }
}
