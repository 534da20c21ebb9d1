// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;
import org.patchwork.project.VotePolicy;

/** Names of undo steps, short enough for a menu: {@code label 24 images cat}. */
final class EditDescriptions {
  private EditDescriptions() {}

  static String describe(Edit edit, ProjectState state, RemovedClasses trash) {
    return switch (edit) {
      case Edit.SetLabels e -> labels(e, state);
      case Edit.AnswerAgain e -> "second look at " + images(e.rows().length);
      case Edit.SetVotePolicy e ->
          e.policy() == VotePolicy.MAJORITY ? "let the majority decide" : "let the last answer win";
      case Edit.SetExcluded e -> (e.excluded() ? "exclude " : "include ") + images(e.rows().length);
      case Edit.SetValidation e ->
          e.validation()
              ? "hold out " + images(e.rows().length)
              : "give " + images(e.rows().length) + " to training";
      case Edit.AddClass e -> "add class " + e.name();
      case Edit.UpdateClass e -> update(e, state);
      case Edit.MoveClass e -> "move class " + name(e.id(), state);
      case Edit.RemoveClass e -> "remove class " + name(e.id(), state);
      case Edit.RestoreClass e -> "restore class " + trash.name(e.id());
      case Edit.MergeClasses e ->
          "merge " + name(e.fromId(), state) + " into " + name(e.intoId(), state);
      case Edit.SplitClass e -> "split " + e.newName() + " off " + name(e.id(), state);
      case Edit.CopyClass e -> "copy " + name(e.id(), state) + " to " + e.newName();
      case Edit.SetExclusionGroup e -> group(e, state);
      case Edit.SetParent e -> parent(e, state);
      case Edit.SetGoal e -> "set the goal of " + name(e.id(), state) + " to " + e.goal();
      case Edit.SetExamples e -> "change the examples of " + name(e.id(), state);
      case Edit.SetImplied e ->
          e.rows() == null
              ? "set implied labels"
              : "set implied labels of " + images(e.rows().length);
      case Edit.AddImages e -> "add " + images(e.images().size());
      case Edit.ImportLabels e -> e.description();
      case Edit.MergeLabels e -> e.description();
      case Edit.RestoreTo e -> "restore event " + e.batch();
      case Edit.Composite e -> e.label();
    };
  }

  private static String labels(Edit.SetLabels edit, ProjectState state) {
    List<Map.Entry<String, Byte>> present =
        edit.values().entrySet().stream().filter(v -> v.getValue() == LabelTable.PRESENT).toList();
    String images = images(edit.rows().length);
    if (!present.isEmpty() && present.size() <= 3) {
      return "label " + images + " " + names(present, state);
    }
    if (edit.values().size() == 1) {
      Map.Entry<String, Byte> only = edit.values().entrySet().iterator().next();
      String name = name(only.getKey(), state);
      return only.getValue() == LabelTable.UNKNOWN
          ? "clear " + name + " of " + images
          : "label " + images + " not " + name;
    }
    return "label " + images;
  }

  private static String names(List<Map.Entry<String, Byte>> values, ProjectState state) {
    return values.stream()
        .map(v -> name(v.getKey(), state))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String update(Edit.UpdateClass edit, ProjectState state) {
    String old = name(edit.id(), state);
    return edit.name() == null || edit.name().equals(old)
        ? "change class " + old
        : "rename " + old + " to " + edit.name();
  }

  private static String group(Edit.SetExclusionGroup edit, ProjectState state) {
    String names =
        edit.ids().size() > 3
            ? edit.ids().size() + " classes"
            : edit.ids().stream().map(id -> name(id, state)).collect(Collectors.joining(", "));
    return edit.group().isEmpty() ? "ungroup " + names : "group " + names + " as " + edit.group();
  }

  private static String parent(Edit.SetParent edit, ProjectState state) {
    String name = name(edit.id(), state);
    return edit.parentId().isEmpty()
        ? "take " + name + " from its parent"
        : "make " + name + " a kind of " + name(edit.parentId(), state);
  }

  private static String name(String id, ProjectState state) {
    int position = state.position(id);
    return position < 0 ? id : state.classes().get(position).name();
  }

  private static String images(int count) {
    return count == 1 ? "1 image" : count + " images";
  }
}
