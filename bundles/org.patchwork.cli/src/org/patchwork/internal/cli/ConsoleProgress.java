// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * Progress on the error stream: one line written over and over on a terminal, a new line every few
 * seconds in a file. Shows what the command says of its work, the share that is done and, once it
 * can be told, the time left.
 */
final class ConsoleProgress extends NullProgressMonitor implements AutoCloseable {
  private static final long TERMINAL_INTERVAL = 200_000_000L;
  private static final long FILE_INTERVAL = 5_000_000_000L;
  private static final double MIN_SHARE = 0.02;
  private static final double MIN_SECONDS = 2;

  private final PrintStream out;
  private final boolean terminal;
  private final BooleanSupplier interrupted;
  private final LongSupplier nanoTime;
  private final long start;
  private double total;
  private double done;
  private long lastPrinted;
  private int lastLength;
  private String task = "";
  private String detail = "";

  ConsoleProgress(
      PrintStream out, boolean terminal, BooleanSupplier interrupted, LongSupplier nanoTime) {
    this.out = out;
    this.terminal = terminal;
    this.interrupted = interrupted;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.lastPrinted = start;
  }

  @Override
  public boolean isCanceled() {
    return super.isCanceled() || interrupted.getAsBoolean();
  }

  @Override
  public synchronized void beginTask(String name, int totalWork) {
    total = totalWork;
    setTaskName(name);
  }

  @Override
  public synchronized void setTaskName(String name) {
    task = name == null ? "" : name;
    show();
  }

  @Override
  public synchronized void subTask(String name) {
    detail = name == null ? "" : name;
    show();
  }

  @Override
  public synchronized void internalWorked(double work) {
    done += work;
    show();
  }

  @Override
  public void worked(int work) {
    internalWorked(work);
  }

  private void show() {
    long now = nanoTime.getAsLong();
    if (now - lastPrinted < (terminal ? TERMINAL_INTERVAL : FILE_INTERVAL)) {
      return;
    }
    lastPrinted = now;
    String line = line((now - start) * 1e-9);
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
      lastLength = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** The line after so many seconds. */
  private String line(double seconds) {
    StringBuilder line = new StringBuilder(detail.isEmpty() ? task : detail);
    double share = total > 0 ? Math.min(1, done / total) : 0;
    if (share > 0) {
      line.append(String.format(" · %.0f %%", 100 * share));
    }
    if (share > MIN_SHARE && share < 1 && seconds > MIN_SECONDS && !detail.contains(" left")) {
      line.append(" · about ").append(Durations.text(seconds / share - seconds)).append(" left");
    }
    return line.toString();
  }

  /** Clears the line, so that what comes next starts on an empty one. */
  @Override
  public synchronized void close() {
    if (terminal && lastLength > 0) {
      out.print("\r" + " ".repeat(lastLength) + "\r");
      out.flush();
    }
  }
}
