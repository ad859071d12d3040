package io.liftlock.core.event;

/** Is told what happened. Called on the thread that works; must not throw and must be quick. */
@FunctionalInterface
public interface Listener {

  /** Hears nothing. */
  Listener SILENT = event -> {};

  /** Something happened. */
  void on(Event event);
}
