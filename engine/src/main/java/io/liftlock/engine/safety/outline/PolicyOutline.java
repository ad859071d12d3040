package io.liftlock.engine.safety.outline;

import io.liftlock.core.syntax.Expression;
import java.util.Optional;

/**
 * What is known of a policy of row level security.
 *
 * @param name its name
 * @param permissive whether it allows more rows, not fewer
 * @param using which rows are seen
 * @param withCheck which rows may be written
 */
public record PolicyOutline(
    String name, boolean permissive, Optional<Expression> using, Optional<Expression> withCheck) {}
