// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.UiThread;

/**
 * The Pre-training Pictures view: what the run that is looked at drew after its epochs, with a
 * slider over the epochs. While the slider stands at its end it follows the run.
 */
public final class PretrainingPicturesPanel extends Composite {
  private final FeatureTrainer trainer;
  private final UiThread thread;
  private final EmptyStack stack;
  private final Composite full;
  private final Combo names;
  private final Label caption;
  private final Scale epochs;
  private final PictureCanvas canvas;
  private RunPictures pictures = RunPictures.NONE;
  private Path run;
  private Path wanted;

  public PretrainingPicturesPanel(Composite parent, FeatureTrainer trainer) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    this.thread = UiThread.of(this);
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    full.setLayout(new GridLayout(2, false));
    names = new Combo(full, SWT.READ_ONLY);
    names.setToolTipText("Which of the pictures of the run is shown");
    names.addListener(SWT.Selection, event -> showPicture());
    caption = new Label(full, SWT.NONE);
    caption.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    canvas = new PictureCanvas(full);
    canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    epochs = new Scale(full, SWT.HORIZONTAL);
    epochs.setToolTipText("Epoch");
    epochs.setMinimum(0);
    epochs.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    epochs.addListener(SWT.Selection, event -> showPicture());
    FeatureTrainerListener listener =
        new FeatureTrainerListener() {
          @Override
          public void planChanged() {
            refresh();
          }

          @Override
          public void runsChanged() {
            refresh();
          }
        };
    trainer.addListener(this, listener);
    stack.empty().say("Looking for the pictures of the run …");
    stack.showEmpty();
    refresh();
  }

  private void refresh() {
    PretrainingRun shown = trainer.shown();
    if (shown == null) {
      take(null, RunPictures.NONE);
      return;
    }
    Path folder = shown.folder();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> list(folder)),
        found -> {
          if (trainer.shown() != null && trainer.shown().folder().equals(folder)) {
            take(folder, found);
          }
        },
        this::fail);
  }

  private static RunPictures list(Path folder) {
    try {
      return RunPictures.of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The pictures of " + folder + " cannot be listed", e);
    }
  }

  private void take(Path folder, RunPictures found) {
    boolean follow = pictures.files().isEmpty() || !run.equals(folder) || atEnd();
    run = folder;
    pictures = found;
    if (found.files().isEmpty()) {
      wanted = null;
      canvas.show(null);
      explain();
    } else {
      showNames();
      showEpochs(follow);
      showPicture();
    }
    stack.show(found.files().isEmpty() ? stack.empty() : full);
  }

  private boolean atEnd() {
    return epochs.getSelection() == epochs.getMaximum();
  }

  private void explain() {
    if (trainer.shown() == null && trainer.obstacle().isPresent()) {
      stack.empty().say(trainer.obstacle().get());
    } else if (trainer.shown() == null) {
      stack
          .empty()
          .say(
              "A run draws pictures of what it has learned after its epochs; they are shown here.");
    } else {
      stack.empty().say("The run " + trainer.shown().name() + " has drawn no pictures.");
    }
  }

  private void showNames() {
    String[] titles = pictures.files().keySet().toArray(String[]::new);
    if (!java.util.Arrays.equals(titles, names.getItems())) {
      String chosen = names.getText();
      names.setItems(titles);
      names.select(Math.max(0, names.indexOf(chosen)));
      names.requestLayout();
    }
  }

  /**
   * Gives the slider the epochs there are.
   *
   * @param follow moves it to the last
   */
  private void showEpochs(boolean follow) {
    int last = Math.max(1, pictures.lastEpoch());
    int at = epochs.getSelection();
    epochs.setMaximum(last);
    epochs.setPageIncrement(Math.max(1, last / 10));
    epochs.setIncrement(1);
    epochs.setSelection(follow ? last : Math.min(at, last));
    epochs.setVisible(pictures.lastEpoch() > 0);
  }

  private void showPicture() {
    String title = names.getText();
    Path file = pictures.at(title, epochs.getSelection());
    if (file == null || file.equals(wanted)) {
      return;
    }
    wanted = file;
    int epoch = pictures.epochOf(title, epochs.getSelection());
    String name = run.getFileName().toString();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> read(file)),
        picture -> {
          if (file.equals(wanted)) {
            canvas.show(picture);
            Sections.say(
                caption,
                name + (epoch == 0 ? ", untrained" : ", after epoch " + epoch),
                ThemeColor.MUTED);
          }
        },
        this::fail);
  }

  private static ImageData read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new ImageData(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The picture " + file + " cannot be read", e);
    } catch (SWTException e) {
      throw new IllegalStateException(file + " is no picture: " + e.getMessage(), e);
    }
  }

  private void fail(Throwable error) {
    ILog.of(PretrainingPicturesPanel.class).warn(error.getMessage(), error);
    Sections.say(caption, error.getMessage(), ThemeColor.EXCLUDED);
  }

  Combo names() {
    return names;
  }

  Scale epochs() {
    return epochs;
  }

  PictureCanvas canvas() {
    return canvas;
  }

  EmptyState empty() {
    return stack.empty();
  }

  /** What is said about the picture. */
  String captionText() {
    return caption.getText();
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(names::setFocus);
  }
}
