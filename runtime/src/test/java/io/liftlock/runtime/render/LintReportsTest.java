package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.runtime.lint.LintResult;
import io.liftlock.runtime.lint.RuleInfo;
import io.liftlock.testkit.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Findings in the forms that other programs read. */
class LintReportsTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("lint");

  @TempDir Path folder;

  private static RuleInfo rule(String id) {
    return new RuleInfo(
        id,
        Dialect.POSTGRES,
        Severity.ERROR,
        Optional.of(Severity.ERROR),
        "What " + id + " is about.",
        "# " + id + "\n\nWhat " + id + " is about.\n");
  }

  private String sarif() {
    return Sarif.of(LintResults.RESULT, RepositoryPaths.of(folder), LintReportsTest::rule);
  }

  @Test
  void jsonHasEveryFieldOfTheContract() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonDocument.write(bytes, LintDocument.of(LintResults.RESULT));
    GOLDEN.check("lint.json", bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void sarifIsAsItWas() {
    GOLDEN.check("lint.sarif", sarif());
  }

  /** The properties that the schema of SARIF 2.1.0 requires, and their types and words. */
  @Test
  void sarifHasWhatItsSchemaRequires() throws IOException {
    Map<?, ?> document = (Map<?, ?>) read(sarif());
    assertThat(document.get("version")).isEqualTo("2.1.0");
    assertThat(URI.create((String) document.get("$schema")).isAbsolute()).isTrue();
    Map<?, ?> run = (Map<?, ?>) ((List<?>) document.get("runs")).get(0);
    Map<?, ?> driver = (Map<?, ?>) ((Map<?, ?>) run.get("tool")).get("driver");
    assertThat(driver.get("name")).isEqualTo("liftlock");
    assertThat(run.get("columnKind")).isIn("utf16CodeUnits", "unicodeCodePoints");
    List<?> rules = (List<?>) driver.get("rules");
    for (Object each : rules) {
      Map<?, ?> rule = (Map<?, ?>) each;
      assertThat((String) rule.get("id")).isNotEmpty();
      assertThat((String) ((Map<?, ?>) rule.get("shortDescription")).get("text")).isNotEmpty();
      assertThat((String) ((Map<?, ?>) rule.get("help")).get("text")).isNotEmpty();
    }
    for (Object each : (List<?>) run.get("results")) {
      Map<?, ?> result = (Map<?, ?>) each;
      Map<?, ?> named = (Map<?, ?>) rules.get((Integer) result.get("ruleIndex"));
      assertThat(named.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(result.get("level")).isIn("none", "note", "warning", "error");
      assertThat((String) ((Map<?, ?>) result.get("message")).get("text")).isNotEmpty();
      located(result);
    }
    Map<?, ?> invocation = (Map<?, ?>) ((List<?>) run.get("invocations")).get(0);
    assertThat(invocation.get("executionSuccessful")).isEqualTo(true);
    for (Object each : (List<?>) invocation.get("toolExecutionNotifications")) {
      located((Map<?, ?>) each);
    }
  }

  private static void located(Map<?, ?> located) {
    for (Object each : (List<?>) located.get("locations")) {
      Map<?, ?> physical = (Map<?, ?>) ((Map<?, ?>) each).get("physicalLocation");
      String uri = (String) ((Map<?, ?>) physical.get("artifactLocation")).get("uri");
      assertThat(URI.create(uri).toASCIIString()).isEqualTo(uri);
      if (physical.get("region") instanceof Map<?, ?> region) {
        assertThat((Integer) region.get("startLine")).isPositive();
      }
    }
  }

  @Test
  void annotationsOfGithubEscapeWhatEndsThem() {
    GOLDEN.check(
        "github.txt", GithubAnnotations.of(LintResults.RESULT, RepositoryPaths.of(folder)));
  }

  @Test
  void junitCountsWhatItHolds() throws Exception {
    String xml = LintJunit.of(LintResults.RESULT);
    GOLDEN.check("junit.xml", xml);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(document.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    assertThat(document.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
    assertThat(document.getElementsByTagName("skipped").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
  }

  @Test
  void aCleanProjectIsOneCaseThatPasses() {
    assertThat(LintJunit.of(new LintResult(List.of(), List.of(), List.of(), List.of())))
        .contains("tests=\"1\" failures=\"0\"", "nothing found");
  }

  @Test
  void pathsAreThoseOfTheRepository() throws IOException {
    Path project = Files.createDirectories(folder.resolve("services/api"));
    Files.createDirectories(folder.resolve(".git"));
    assertThat(RepositoryPaths.of(project).path("migrations/1.sql"))
        .isEqualTo("services/api/migrations/1.sql");
    assertThat(RepositoryPaths.of(project).path("../shared/1.sql"))
        .isEqualTo("services/shared/1.sql");
  }

  private static Object read(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.nextToken();
      return value(json);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT:
        Map<String, Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        return map;
      case START_ARRAY:
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        return list;
      case VALUE_NUMBER_INT:
        return json.getIntValue();
      case VALUE_TRUE:
        return true;
      default:
        return json.getText();
    }
  }
}
