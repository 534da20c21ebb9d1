// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;

/**
 * A user with one pair of hands: looks at widgets, clicks them, types, waits for what he sees, and
 * takes pictures. Called on the test's thread; everything that touches a widget hops to the display
 * thread, so that modal dialogs do not stop the test.
 */
final class Robot {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration MOST_SETTLING = Duration.ofSeconds(5);
  private static final int PAUSES_BETWEEN_LOOKS = 8;
  private static final int LOOKS_THAT_AGREE = 2;

  private final Display display = PlatformUI.getWorkbench().getDisplay();
  private final Path pictures;
  private int pictureNumber;

  /** The themes of the platform. */
  enum Theme {
    LIGHT("org.eclipse.e4.ui.css.theme.e4_default"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark");

    private final String id;

    Theme(String id) {
      this.id = id;
    }
  }

  /**
   * A robot.
   *
   * @param journey folder below the screenshots that takes its pictures
   * @param theme in which the workbench is shown; dark cannot be left again, as the platform needs
   *     a restart for that
   */
  Robot(String journey, Theme theme) {
    String root = System.getProperty("patchwork.screenshots", System.getProperty("java.io.tmpdir"));
    this.pictures = Path.of(root, journey + "-" + theme.name().toLowerCase(Locale.ROOT));
    IThemeEngine themes = on(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class));
    if (on(() -> !themes.getActiveTheme().getId().equals(theme.id))) {
      run(() -> themes.setTheme(theme.id, false));
    }
  }

  /** Computes something on the display thread. */
  <T> T on(Callable<T> question) {
    AtomicReference<T> answer = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    display.syncExec(
        () -> {
          try {
            answer.set(question.call());
          } catch (Exception | AssertionError e) {
            failure.set(e);
          }
        });
    if (failure.get() != null) {
      throw new AssertionError("On the display thread: " + failure.get(), failure.get());
    }
    return answer.get();
  }

  /** Does something on the display thread and waits until it is done. */
  void run(Runnable action) {
    on(
        () -> {
          action.run();
          return null;
        });
  }

  /** Begins something on the display thread that may open a dialog, and does not wait. */
  void begin(Runnable action) {
    display.asyncExec(action);
  }

  /** Waits until the condition, asked on the display thread, holds; fails when the time is over. */
  void waitUntil(String what, Duration atMost, Callable<Boolean> condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!on(condition)) {
      if (System.nanoTime() > end) {
        takePicture("failed");
        throw new AssertionError("After " + atMost.toSeconds() + " s still not: " + what);
      }
      pause();
    }
  }

  /** Lets the display thread work; it tells when it is idle or the moment is over. */
  private void pause() {
    CountDownLatch moment = new CountDownLatch(1);
    display.asyncExec(() -> display.timerExec((int) LOOK_AGAIN.toMillis(), moment::countDown));
    try {
      moment.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was interrupted", e);
    }
  }

  /** Presses and releases a key where the focus is. Key bindings see it as they see a real one. */
  void press(int modifiers, int keyCode, char character) {
    run(
        () -> {
          Control focus = display.getFocusControl();
          if (focus == null) {
            throw new AssertionError("No control has the focus, so no key can be pressed.");
          }
          for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.keyCode = keyCode;
            event.character = character;
            event.stateMask = modifiers;
            event.doit = true;
            if (!focus.isDisposed()) {
              focus.notifyListeners(type, event);
            }
          }
        });
  }

  /** Types a plain character. */
  void type(char character) {
    press(SWT.NONE, Character.toLowerCase(character), character);
  }

  /** Presses a control key together with a letter. */
  void control(char letter) {
    press(
        SWT.MOD1, Character.toLowerCase(letter), (char) (Character.toUpperCase(letter) - 'A' + 1));
  }

  /** The window or dialog with this title, or null. */
  Shell shell(String title) {
    for (Shell shell : display.getShells()) {
      if (!shell.isDisposed() && shell.isVisible() && shell.getText().startsWith(title)) {
        return shell;
      }
    }
    return null;
  }

  /** All widgets of a kind in a composite that pass, depth first. */
  <W extends Control> List<W> all(Composite root, Class<W> kind, Predicate<W> wanted) {
    List<W> found = new ArrayList<>();
    for (Control child : root.getChildren()) {
      if (kind.isInstance(child) && wanted.test(kind.cast(child))) {
        found.add(kind.cast(child));
      }
      if (child instanceof Composite composite) {
        found.addAll(all(composite, kind, wanted));
      }
    }
    return found;
  }

  /** Lets a widget be selected as by a click. */
  void click(Widget widget) {
    widget.notifyListeners(SWT.Selection, new Event());
  }

  /** Takes a picture of the workbench and its dialogs. */
  void takePicture(String name) {
    pictureNumber++;
    write(settledPicture(), pictures.resolve(String.format("%02d-%s.png", pictureNumber, name)));
  }

  /** A picture that several looks in a row agree on, or the last one if something keeps moving. */
  private ImageData settledPicture() {
    long end = System.nanoTime() + MOST_SETTLING.toNanos();
    ImageData last = on(this::picture);
    int agreed = 0;
    while (agreed < LOOKS_THAT_AGREE && System.nanoTime() < end) {
      for (int i = 0; i < PAUSES_BETWEEN_LOOKS; i++) {
        pause();
      }
      ImageData next = on(this::picture);
      agreed = Arrays.equals(last.data, next.data) ? agreed + 1 : 0;
      last = next;
    }
    return last;
  }

  private ImageData picture() {
    Rectangle part = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getBounds();
    for (Shell shell : display.getShells()) {
      if (shell.isVisible()) {
        part.add(shell.getBounds());
      }
    }
    part = part.intersection(display.getBounds());
    Image image = new Image(display, part.width, part.height);
    GC gc = new GC(display);
    try {
      gc.copyArea(image, part.x, part.y);
      return image.getImageData();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }

  private static void write(ImageData picture, Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + file + " cannot be made", e);
    }
    ImageLoader writer = new ImageLoader();
    writer.data = new ImageData[] {picture};
    writer.save(file.toString(), SWT.IMAGE_PNG);
  }
}
