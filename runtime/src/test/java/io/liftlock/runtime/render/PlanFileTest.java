package io.liftlock.runtime.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    StoredPlan stored =
        new StoredPlan(
            new StoredPlan.Request("up", "events/003", "refuse"),
            new PlanDigest(
                Map.of("main", "abc"),
                Map.of("main", "def"),
                Plan.Grouping.ALL,
                List.of(
                    new PlanDigest.Item(
                        "main", "events/003", "up", "ONE_TRANSACTION", 1, "t1:00"))));
    Path file = folder.resolve("plan.json");
    Plan plan = new Plan(List.of(), Plan.Grouping.ALL, List.of(), Map.of(), List.of());
    PlanFile.write(file, stored, plan);
    assertThat(PlanFile.read(file)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"liftlockPlan\": 2}", "{\"liftlockPlan\": 1, \"items\": [1]}"})
  void whatIsNoPlanIsRefused(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("plan.json"), text);
    UserError fault = catchThrowableOfType(UserError.class, () -> PlanFile.read(file));
    assertThat(fault.code()).isEqualTo(ErrorCode.USAGE);
    assertThat(fault.problems().get(0).action()).contains("--plan-out");
  }

  @Test
  void aMissingFileIsTold() {
    UserError fault =
        catchThrowableOfType(UserError.class, () -> PlanFile.read(folder.resolve("none.json")));
    assertThat(fault.code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
  }
}
