package io.liftlock.cli;

import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.render.Documents;
import java.util.List;

/** What a run has to say at its end. */
final class RunReport {

  private RunReport() {}

  /**
   * The answer of a run.
   *
   * @param databases the names of all databases of the run
   * @param word {@code applied}, {@code reverted} or another word for what was done to each
   */
  static Answer of(List<String> databases, String word, Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<Answer>() {
          private Answer answer(int exit, List<Problem> problems, String summary) {
            return Answer.of(
                    terminal -> {
                      if (!summary.isEmpty()) {
                        terminal.say(summary);
                      }
                    },
                    () -> Documents.outcome(databases, word, outcome))
                .exit(exit)
                .problems(problems);
          }

          @Override
          public Answer completed(Outcome.Completed completed) {
            int count = completed.finished().size();
            long ms = completed.finished().stream().mapToLong(Outcome.Finished::durationMs).sum();
            return answer(
                0,
                List.of(),
                count == 0
                    ? "nothing to do"
                    : "%s %d migration%s in %.2f s"
                        .formatted(word, count, count == 1 ? "" : "s", ms / 1000.0));
          }

          @Override
          public Answer stopped(Outcome.Stopped stopped) {
            int exit =
                stopped.partly()
                    ? ErrorKind.PARTIAL.exitCode()
                    : stopped.problem().code().kind().exitCode();
            String at = stopped.at().migration().title();
            String summary =
                stopped.partly()
                    ? "stopped: " + at + " is partly done"
                    : "stopped: nothing of " + at + " was kept";
            return answer(exit, List.of(stopped.problem()), summary);
          }

          @Override
          public Answer refused(Outcome.Refused refused) {
            int exit = refused.problems().get(0).code().kind().exitCode();
            return answer(exit, refused.problems(), "");
          }
        });
  }
}
