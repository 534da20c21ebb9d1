// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.image.display.DisplayText;
import org.patchwork.project.ProjectSession;

/**
 * How the views of the open project show images: settings for each view, remembered for each
 * project. What is trained on is never touched. Used on the display thread.
 */
public final class DisplayOptions {
  /** A view with settings of its own. */
  public enum View {
    /** Thumbnails, in the grid and wherever else they are shown. */
    GRID("Grid:", DisplaySettings.PLAIN),
    /** One image in full, where pixels are to be seen. */
    FULL("Full view:", DisplaySettings.PLAIN.withSmooth(false));

    private final String title;
    private final DisplaySettings usual;

    View(String title, DisplaySettings usual) {
      this.title = title;
      this.usual = usual;
    }

    /** What stands before its controls. */
    String title() {
      return title;
    }

    /** What holds until the user changes it. */
    public DisplaySettings usual() {
      return usual;
    }
  }

  /** Keeps a line of text by name from one session to the next. */
  public interface Memory {
    /** The line kept under this name, or null. */
    String read(String name);

    /** Keeps a line, or with null forgets it. */
    void write(String name, String line);

    /** Keeps nothing. */
    Memory NONE =
        new Memory() {
          @Override
          public String read(String name) {
            return null;
          }

          @Override
          public void write(String name, String line) {
            // nothing is kept
          }
        };
  }

  private final CopyOnWriteArrayList<Consumer<View>> listeners = new CopyOnWriteArrayList<>();
  private final Map<View, DisplaySettings> settings = new EnumMap<>(View.class);
  private Memory memory = Memory.NONE;
  private String project;

  /** Told which view is shown otherwise now. */
  public void addListener(Consumer<View> listener) {
    listeners.add(listener);
  }

  /** Takes what remembers the settings, and what it remembers of the open project. */
  public void setMemory(Memory newMemory) {
    memory = Objects.requireNonNull(newMemory);
    recall();
  }

  /** Takes the settings of another project; null for none. */
  void follow(ProjectSession session) {
    String opened = session == null ? null : session.folder().toAbsolutePath().toString();
    if (!Objects.equals(opened, project)) {
      project = opened;
      recall();
    }
  }

  /** How a view shows images. */
  public DisplaySettings of(View view) {
    return settings.getOrDefault(view, view.usual());
  }

  /** True if a view shows images otherwise than they are. */
  boolean changed(View view) {
    return !of(view).equals(view.usual());
  }

  /** Shows images otherwise from now on. */
  public void set(View view, DisplaySettings changed) {
    if (!changed.equals(of(view))) {
      settings.put(view, changed);
      if (project != null) {
        memory.write(name(view), changed(view) ? DisplayText.write(changed) : null);
      }
      listeners.forEach(listener -> listener.accept(view));
    }
  }

  private void recall() {
    settings.clear();
    for (View view : View.values()) {
      String line = project == null ? null : memory.read(name(view));
      if (line != null) {
        settings.put(view, DisplayText.read(line, view.usual()));
      }
      listeners.forEach(listener -> listener.accept(view));
    }
  }

  private String name(View view) {
    return view.name().toLowerCase(java.util.Locale.ROOT) + ":" + project;
  }
}
