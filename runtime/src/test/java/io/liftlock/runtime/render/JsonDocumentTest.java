package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

  private static String written(Object data, List<Problem> problems) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonDocument.write(out, "status", 3, data, problems);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theDocumentHasItsFourFieldsInOrder() {
    assertThat(written(null, List.of()))
        .isEqualTo(
            """
            {
              "command" : "status",
              "exit" : 3,
              "data" : null,
              "problems" : [ ]
            }
            """);
  }

  @Test
  void valuesKeepTheirTypesAndTextIsEscaped() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", "a \"b\"\n\u20ac");
    data.put("numbers", Arrays.asList(1, 2L, null));
    data.put("flag", true);
    assertThat(written(data, List.of()))
        .contains("\"text\" : \"a \\\"b\\\"\\n\u20ac\"")
        .contains("\"numbers\" : [ 1, 2, null ]")
        .contains("\"flag\" : true");
  }

  @Test
  void aProblemHasEveryFieldWhetherItHasAValueOrNot() {
    Problem bare = Problem.error(ErrorCode.LOCK_HELD, "somebody runs");
    Problem full =
        Problem.error(ErrorCode.PSQL_COMMAND, "no")
            .at(new Place("a.sql", 3, 4))
            .action("remove it");
    assertThat(written(null, List.of(bare, full)))
        .contains(
            """
            "code" : "LOCK_HELD",
                "message" : "somebody runs",
                "file" : null,
                "line" : null,
                "column" : null,
                "action" : null
            """)
        .contains(
            """
            "file" : "a.sql",
                "line" : 3,
                "column" : 4,
                "action" : "remove it"
            """);
  }
}
