/** Rules about tables as a whole, views, sequences, types, functions, triggers and privileges. */
@NullMarked
package io.liftlock.engine.safety.rules.objects;

import org.jspecify.annotations.NullMarked;
