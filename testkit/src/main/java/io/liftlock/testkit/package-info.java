/**
 * What several modules' tests share: scratch servers, proxies, golden files, child processes. No
 * product code may import it.
 */
@NullMarked
package io.liftlock.testkit;

import org.jspecify.annotations.NullMarked;
