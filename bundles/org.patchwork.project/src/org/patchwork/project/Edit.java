// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.patchwork.core.LabelTable;

/**
 * A wish to change the project, given to {@link ProjectSession#submit}. Every edit is one
 * transaction, one event in the log and one undo step, however many cells it touches. Rows may come
 * in any order and more than once. Arrays are not copied and must not be changed afterwards.
 */
public sealed interface Edit {
  /**
   * Sets labels to the same values in all rows.
   *
   * @param rows rows of the label table
   * @param values {@link LabelTable#UNKNOWN}, {@link LabelTable#ABSENT} or {@link
   *     LabelTable#PRESENT} by class id; classes that are not named keep their labels
   */
  record SetLabels(int[] rows, Map<String, Byte> values) implements Edit {
    public SetLabels {
      values = Map.copyOf(values);
    }
  }

  /** Marks rows as seen and unusable, or takes the mark away. */
  record SetExcluded(int[] rows, boolean excluded) implements Edit {}

  /** Holds rows out for validation, or gives them back to training. */
  record SetValidation(int[] rows, boolean validation) implements Edit {}

  /**
   * Adds a class behind the others, unknown everywhere. Null takes the default: no description, the
   * next colour of the palette, the next free digit or letter.
   */
  record AddClass(String name, String description, String color, String hotKey) implements Edit {
    public AddClass {
      Objects.requireNonNull(name);
    }

    /** A class with defaults for everything but its name. */
    public AddClass(String name) {
      this(name, null, null, null);
    }
  }

  /**
   * Changes what is said about a class. Null leaves a property as it is; an empty text clears it.
   */
  record UpdateClass(String id, String name, String description, String color, String hotKey)
      implements Edit {}

  /** Moves a class to this place in the order, from 0 on. */
  record MoveClass(String id, int position) implements Edit {}

  /** Takes a class away; undo brings it back with all its labels. */
  record RemoveClass(String id) implements Edit {}

  /** Adds images at the end of the table; paths that are there already are left as they are. */
  record AddImages(List<ImageEntry> images) implements Edit {
    public AddImages {
      images = List.copyOf(images);
    }
  }

  /**
   * Adds images and classes that are not there yet (by path, by name) and takes over the labels.
   * Unknown in the import never erases a label; flags and subsets of images that were there are
   * kept.
   *
   * @param description as the undo step is called
   * @param images distinct images
   * @param classNames distinct names
   * @param labels one array per class, one value per image
   */
  record ImportLabels(
      String description, List<ImageEntry> images, List<String> classNames, byte[][] labels)
      implements Edit {
    public ImportLabels {
      images = List.copyOf(images);
      classNames = List.copyOf(classNames);
    }
  }

  /** Several edits, one after the other, as one step: all or none. */
  record Composite(String label, List<Edit> edits) implements Edit {
    public Composite {
      edits = List.copyOf(edits);
    }
  }
}
