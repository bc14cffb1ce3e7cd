package org.dramatis.http.admission;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Knows whether the heap is nearly full of what is in use: the share that a garbage collection
 * could not free, told by each collection.
 */
final class MemoryGuard implements AutoCloseable, NotificationListener {

  private static final double NEARLY_FULL = 0.85;

  private final long most = (long) (Runtime.getRuntime().maxMemory() * NEARLY_FULL);
  private final Set<String> heap =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toUnmodifiableSet());
  private final List<NotificationEmitter> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(NotificationEmitter.class::isInstance)
          .map(NotificationEmitter.class::cast)
          .toList();

  private volatile boolean full;
  private volatile long told = System.nanoTime();

  MemoryGuard() {
    collectors.forEach(collector -> collector.addNotificationListener(this, null, null));
  }

  /** Whether the last collection left hardly anything free. */
  boolean isShort() {
    return full;
  }

  /** When the last collection was, as a reading of {@link System#nanoTime}. */
  long told() {
    return told;
  }

  @Override
  public void handleNotification(Notification notification, Object ignored) {
    if (notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      Map<String, MemoryUsage> after =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
              .getGcInfo()
              .getMemoryUsageAfterGc();
      long used =
          after.entrySet().stream()
              .filter(pool -> heap.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      full = used > most;
      told = System.nanoTime();
    }
  }

  @Override
  public void close() {
    for (NotificationEmitter collector : collectors) {
      try {
        collector.removeNotificationListener(this);
      } catch (ListenerNotFoundException gone) {
        throw new IllegalStateException("closed twice", gone);
      }
    }
  }
}
