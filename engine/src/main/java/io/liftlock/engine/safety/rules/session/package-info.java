/** Rules about transactions, their locks, and what a session says. */
@NullMarked
package io.liftlock.engine.safety.rules.session;

import org.jspecify.annotations.NullMarked;
