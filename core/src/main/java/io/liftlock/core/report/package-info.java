/** What is handed back after something was done or checked. Values only. */
@NullMarked
package io.liftlock.core.report;

import org.jspecify.annotations.NullMarked;
