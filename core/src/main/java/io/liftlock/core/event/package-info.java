/** What happened, said once, in the past tense, and who listens. Values and one interface. */
@NullMarked
package io.liftlock.core.event;

import org.jspecify.annotations.NullMarked;
