package io.liftlock.core.database;

import io.liftlock.core.report.CheckResult;
import java.util.List;

/** Finds out what will work on this database and what will not. Changes nothing. */
public interface Examiner {

  /** Version, privileges, pooler, clock, disk, locale: one result each, in a fixed order. */
  List<CheckResult> examine();
}
