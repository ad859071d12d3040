package io.liftlock.engine.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Real databases whose port for rows goes with a chosen call, just before it or just behind it.
 * Every connection that was open then is gone. A killed process makes no call any more; one whose
 * connections were cut may open others.
 */
final class MortalRows {

  /** When the end comes, and how it looks from inside. */
  enum End {
    /** The process is gone before the call: nothing of liftlock runs any more. */
    KILLED_BEFORE,
    /** The call took effect, but its answer never came; the process lives. */
    CUT_BEHIND
  }

  /** What a killed process does: nothing more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final Set<Class<?>> PORT =
      Set.of(
          RowSource.class,
          ReadPoint.class,
          TableReader.class,
          RowTarget.class,
          CopyLedger.class,
          CopyLedger.Lock.class,
          TableWriter.class,
          TableWriter.ChunkWrite.class);

  /** What lives longer than a connection. */
  private static final Set<Class<?>> RECONNECTING =
      Set.of(RowSource.class, RowTarget.class, CopyLedger.class, CopyLedger.Lock.class);

  private final End end;
  private final int last;
  private final List<Connection> open = Collections.synchronizedList(new ArrayList<>());
  private int calls;
  private boolean over;

  /** One proxied object. */
  private static final class Connection {
    private final Object real;
    private boolean dead;

    Connection(Object real) {
      this.real = real;
    }
  }

  /**
   * @param last the 1-based call with which it ends
   */
  MortalRows(End end, int last) {
    this.end = end;
    this.last = last;
  }

  int calls() {
    return calls;
  }

  boolean isOver() {
    return over;
  }

  /** The same database with a mortal port. */
  Database database(Database real) {
    return (Database)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Database.class},
            (proxy, method, arguments) -> {
              Object answer = invoke(real, method, arguments);
              return answer instanceof RowSource || answer instanceof RowTarget
                  ? wrap(answer, method.getReturnType())
                  : answer;
            });
  }

  private Object wrap(Object real, Class<?> type) {
    Connection connection = new Connection(real);
    if (!RECONNECTING.contains(type)) {
      open.add(connection);
    }
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          Object answer = call(connection, method, arguments);
          return answer != null && PORT.contains(method.getReturnType())
              ? wrap(answer, method.getReturnType())
              : answer;
        });
  }

  private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      if (!connection.dead) {
        connection.dead = true;
        invoke(connection.real, method, arguments);
      }
      return null;
    }
    if (method.getDeclaringClass() == Object.class) {
      return invoke(connection.real, method, arguments);
    }
    if (connection.dead && method.getName().equals("isAlive")) {
      return false;
    }
    if (connection.dead || (over && end == End.KILLED_BEFORE)) {
      throw gone();
    }
    calls++;
    if (calls != last) {
      return invoke(connection.real, method, arguments);
    }
    if (end == End.CUT_BEHIND) {
      invoke(connection.real, method, arguments);
    }
    over = true;
    cut();
    throw gone();
  }

  private void cut() throws Throwable {
    for (int i = open.size() - 1; i >= 0; i--) {
      Connection connection = open.get(i);
      if (!connection.dead) {
        connection.dead = true;
        ((AutoCloseable) connection.real).close();
      }
    }
    open.clear();
  }

  private RuntimeException gone() {
    if (end == End.KILLED_BEFORE) {
      throw new Killed();
    }
    return new DatabaseError(
        Problem.error(ErrorCode.CONNECTION_LOST, "the connection was cut by a test"), null);
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
