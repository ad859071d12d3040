package io.liftlock.engine.deploy;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.sql.Script;
import java.time.Duration;
import java.util.Optional;

/**
 * What is traced, and where.
 *
 * @param source the database whose copy it is traced on; it is only read
 * @param scratch an empty database of the same kind and version, which nobody else uses
 * @param where on which server that is, for people
 * @param plan what runs; for the source alone
 * @param rows which rows the copy is to have
 * @param load statements that go on meanwhile; empty: nobody else is there
 * @param sessions how many sessions run them
 * @param budget how long a lock that keeps readers or writers waiting may be held
 * @param renderer writes their dialect
 * @param parser reads it
 */
public record TraceRequest(
    Database source,
    Database scratch,
    String where,
    Plan plan,
    TraceRows rows,
    Optional<Script> load,
    int sessions,
    Duration budget,
    Renderer renderer,
    SqlParser parser) {}
