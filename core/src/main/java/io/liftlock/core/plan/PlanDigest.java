package io.liftlock.core.plan;

import java.util.List;
import java.util.Map;

/**
 * What has to be the same for a stored plan to be run: the state it was made for, and every
 * migration's script by checksum.
 *
 * @param histories for each database, its history's tip
 * @param schemas for each database, a fingerprint of its catalog
 * @param grouping how migrations share transactions
 * @param items what is run, in order
 */
public record PlanDigest(
    Map<String, String> histories,
    Map<String, String> schemas,
    Plan.Grouping grouping,
    List<Item> items) {

  /**
   * One migration of a plan.
   *
   * @param database the configured name
   * @param id its id in text form
   * @param direction {@code up} or {@code down}
   * @param execution how it is run as a whole
   * @param firstOrdinal the 1-based statement it begins with
   * @param checksum of the script that runs
   */
  public record Item(
      String database,
      String id,
      String direction,
      String execution,
      int firstOrdinal,
      String checksum) {}

  /**
   * The digest of a plan.
   *
   * @param schemas for each database, a fingerprint of its catalog when the plan was made
   */
  public static PlanDigest of(Plan plan, Map<String, String> schemas) {
    List<Item> items =
        plan.migrations().stream()
            .map(
                planned ->
                    new Item(
                        planned.database(),
                        planned.migration().id().toString(),
                        planned.direction().word(),
                        planned.execution().name(),
                        planned.firstOrdinal(),
                        planned.script().map(script -> script.checksum().toString()).orElse("")))
            .toList();
    return new PlanDigest(plan.fingerprints(), schemas, plan.grouping(), items);
  }
}
