package io.liftlock.engine.transfer;

import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;

/** Lets several threads tell one listener, one at a time. */
final class SerialListener implements Listener {

  private final Listener listener;

  SerialListener(Listener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void on(Event event) {
    listener.on(event);
  }
}
