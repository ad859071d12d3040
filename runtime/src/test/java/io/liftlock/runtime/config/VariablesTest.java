package io.liftlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.Place;
import io.liftlock.core.error.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

  private static final Place PLACE = new Place("liftlock.yaml", 3, 7);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          plain,                        plain
          ${A},                         one
          x/${A}/y-${B},                x/one/y-two
          ${MISSING:-three},            three
          ${MISSING:-a${B}c},           atwoc
          ${MISSING:-${ALSO:-deep}}!,   deep!
          ${A:-unused},                 one
          ${EMPTY:-filled},             filled
          $A costs $5,                  $A costs $5
          $${A},                        ${A}
          p$$w,                         p$w
          """)
  void variablesAreExpanded(String text, String expected) {
    Variables variables = Variables.of(Map.of("A", "one", "B", "two", "EMPTY", ""), folder);
    assertThat(variables.expand(text, PLACE)).isEqualTo(expected);
  }

  @Test
  void aVariableWithoutValueOrDefaultIsToldWithItsPlace() {
    Variables variables = Variables.of(Map.of(), folder);
    assertThatThrownBy(() -> variables.expand("a${SECRET_URL}b", PLACE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("SECRET_URL is not set")
        .hasMessageContaining("liftlock.yaml:3:7");
  }

  @Test
  void anOpenVariableIsAnError() {
    Variables variables = Variables.of(Map.of(), folder);
    assertThatThrownBy(() -> variables.expand("a${B", PLACE)).isInstanceOf(UserError.class);
  }

  @Test
  void theFileComesBehindTheProcessAndItsQuotesAreTakenAway() throws Exception {
    Files.writeString(
        folder.resolve(".env"),
        "# a comment\n"
            + "PLAIN=p#1 # why\n"
            + "export SINGLE='s $x' # why\n"
            + "DOUBLE=\"d\\\"e\"\n"
            + "EMPTY=\n"
            + "BOTH=file\n");
    Variables variables = Variables.of(Map.of("BOTH", "process"), folder);
    assertThat(variables.expand("${PLAIN}|${SINGLE}|${DOUBLE}|${BOTH}", PLACE))
        .isEqualTo("p#1|s $x|d\"e|process");
  }

  @Test
  void aMalformedLineOfTheFileIsToldWithoutRepeatingIt() throws Exception {
    Files.writeString(folder.resolve(".env"), "PASSWORD hidden\n");
    Variables variables = Variables.of(Map.of(), folder);
    assertThatThrownBy(() -> variables.get("PASSWORD"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(".env")
        .message()
        .doesNotContain("hidden");
  }
}
