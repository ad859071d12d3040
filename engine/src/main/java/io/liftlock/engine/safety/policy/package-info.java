/**
 * What a project decides about findings: which rules are asked and how bad they are, what somebody
 * lives with and why, and what stops a run. Nothing here looks at SQL.
 */
@NullMarked
package io.liftlock.engine.safety.policy;

import org.jspecify.annotations.NullMarked;
