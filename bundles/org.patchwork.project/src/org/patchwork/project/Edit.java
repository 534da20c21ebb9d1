// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.patchwork.core.LabelTable;
import org.patchwork.project.merge.LabelMerge;
import org.patchwork.project.merge.Resolution;

/**
 * A wish to change the project, given to {@link ProjectSession#submit}. Every edit is one
 * transaction, one event in the log and one undo step, however many cells it touches. Rows may come
 * in any order and more than once. Arrays are not copied and must not be changed afterwards.
 */
public sealed interface Edit {
  /**
   * Sets labels to the same values in all rows: the answer of the annotator in the {@link
   * EditOrigin}, kept as a vote also where the label is so already. What counts is the answer under
   * {@link VotePolicy#LAST_WINS}, the count of all answers under {@link VotePolicy#MAJORITY}.
   *
   * @param rows rows of the label table
   * @param values {@link LabelTable#UNKNOWN}, {@link LabelTable#ABSENT} or {@link
   *     LabelTable#PRESENT} by class id; classes that are not named keep their labels; unknown
   *     takes the annotator's answer back
   */
  record SetLabels(int[] rows, Map<String, Byte> values) implements Edit {
    public SetLabels {
      values = Map.copyOf(values);
    }
  }

  /**
   * Records answers of a blind second look, as votes of {@link
   * org.patchwork.core.Voice#secondLook()}; no label changes.
   */
  record AnswerAgain(int[] rows, Map<String, Byte> values) implements Edit {
    public AnswerAgain {
      values = Map.copyOf(values);
    }
  }

  /**
   * Lets another rule decide which of several answers counts, and decides anew where there are
   * answers. Back to {@link VotePolicy#LAST_WINS}, the event log says which answer was the last.
   */
  record SetVotePolicy(VotePolicy policy) implements Edit {
    public SetVotePolicy {
      Objects.requireNonNull(policy);
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

  /**
   * Takes a class away, into the trash; undo or {@link RestoreClass} bring it back with all its
   * labels. Kinds of it lose their parent.
   */
  record RemoveClass(String id) implements Edit {}

  /**
   * Brings a removed class back with its labels, behind the others. If its name or key was given
   * away in the meantime, it gets a free one.
   */
  record RestoreClass(String id) implements Edit {}

  /**
   * Merges a class into another, which keeps its name, its group and its goal; the first goes to
   * the trash. Kinds of the first become kinds of the second.
   *
   * @param fromId the class that goes
   * @param intoId the class that stays
   * @param rule what becomes of the labels
   */
  record MergeClasses(String fromId, String intoId, ConflictRule rule) implements Edit {
    public MergeClasses {
      Objects.requireNonNull(rule);
    }
  }

  /**
   * Makes a new class, right behind, of the images in which a class is present. Where the class is
   * absent, the new one is absent, too.
   *
   * @param id the class to split
   * @param newName name of the new class
   * @param rows images of the new class; those in which the class is not present are left alone
   * @param kind true if the new class is a kind of the other, which stays present; false if it
   *     takes the images away from the other, which becomes absent
   * @param restAbsent true if the new class is absent in all other images of the class; false if
   *     that is not known. Without effect if the two exclude each other, which says the same
   */
  record SplitClass(String id, String newName, int[] rows, boolean kind, boolean restAbsent)
      implements Edit {
    public SplitClass {
      Objects.requireNonNull(newName);
    }
  }

  /**
   * Makes a new class with the same labels, parent and examples, right behind; not in the same
   * exclusion group, as both are present in the same images.
   */
  record CopyClass(String id, String newName) implements Edit {
    public CopyClass {
      Objects.requireNonNull(newName);
    }
  }

  /**
   * Puts classes into an exclusion group, of which at most one class is present in an image.
   * Changes no labels.
   *
   * @param ids classes
   * @param group name of the group; empty to take the classes out of theirs
   */
  record SetExclusionGroup(List<String> ids, String group) implements Edit {
    public SetExclusionGroup {
      ids = List.copyOf(ids);
      group = group.strip();
    }
  }

  /**
   * Makes a class a kind of another. Changes no labels.
   *
   * @param id the kind
   * @param parentId the other, or empty for none
   */
  record SetParent(String id, String parentId) implements Edit {
    public SetParent {
      Objects.requireNonNull(parentId);
    }
  }

  /** Sets in how many images a class is to be found; 0 for no goal. */
  record SetGoal(String id, int goal) implements Edit {}

  /**
   * Sets the images that show what a class means, the best first.
   *
   * @param rows at most {@link #MAX_EXAMPLES}
   */
  record SetExamples(String id, int[] rows) implements Edit {}

  /** Most examples of a class. */
  int MAX_EXAMPLES = 12;

  /**
   * Sets unknown labels that follow from known ones by groups and parents; never changes a known
   * label.
   *
   * @param rows rows of the label table; null for all there are when the edit is done
   * @param exclusive true if all classes of the project exclude each other
   */
  record SetImplied(int[] rows, boolean exclusive) implements Edit {}

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

  /**
   * Makes all classes, labels and flags what they were behind an event. Images are never taken
   * away: those that were added since then stay, without labels; those that have gone since then,
   * because their import was undone, come back behind the others. Cannot be part of a {@link
   * Composite}.
   *
   * @param batch number of the event, see {@link ProjectEvent}
   */
  record RestoreTo(long batch) implements Edit {}

  /**
   * Brings in labels and answers of another project or label file; made by {@link LabelMerge#edit}.
   *
   * @param description as the undo step is called
   */
  record MergeLabels(String description, LabelMerge merge, Resolution resolution) implements Edit {}

  /** Several edits, one after the other, as one step: all or none. */
  record Composite(String label, List<Edit> edits) implements Edit {
    public Composite {
      edits = List.copyOf(edits);
    }
  }
}
