// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/**
 * What the labelling keys and buttons mean. Each acts on the whole selection, as one edit and one
 * undo step; where nothing is selected, because no page is shown, it does nothing.
 *
 * <p>In a project whose classes exclude each other, setting a class present sets all others absent
 * in the same step. An action that answers the image for good moves the cursor on, if one image is
 * selected and the user has not switched that off; the cursor stops at the end of the page.
 */
public final class LabelActions {
  private static final String KEYBOARD = "keyboard";

  private final OpenProject open;
  private final PageModel page;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  public LabelActions(OpenProject open, PageModel page) {
    this.open = open;
    this.page = page;
  }

  /**
   * The class's own key: present, or absent if it is present in all selected images already. Where
   * classes exclude each other it is always present.
   */
  public void press(String classId) {
    if (!ready() || classId == null || labels().classIndex(classId) < 0) {
      return;
    }
    if (exclusive()) {
      setLabel(classId, LabelTable.PRESENT);
      advance();
    } else {
      boolean all =
          all(row -> labels().label(row, labels().classIndex(classId)) == LabelTable.PRESENT);
      setLabel(classId, all ? LabelTable.ABSENT : LabelTable.PRESENT);
    }
  }

  /**
   * Sets the class in the selection: {@link LabelTable#UNKNOWN}, {@link LabelTable#ABSENT} or
   * {@link LabelTable#PRESENT}.
   */
  public void setLabel(String classId, byte value) {
    if (ready()) {
      setLabel(page.selectedRows(), classId, value);
    }
  }

  /** Sets the class in these images, selected or not. */
  public void setLabel(int[] rows, String classId, byte value) {
    if (!ready() || classId == null || labels().classIndex(classId) < 0) {
      return;
    }
    Map<String, Byte> values = new LinkedHashMap<>();
    if (value == LabelTable.PRESENT && exclusive()) {
      values.putAll(everyClass(LabelTable.ABSENT));
    }
    values.put(classId, value);
    submit(new Edit.SetLabels(rows, values));
  }

  /**
   * The class in focus goes from unknown to present to absent to unknown; the first selected image
   * decides.
   */
  public void cycleFocusClass() {
    String classId = page.focusClass();
    if (ready() && classId != null && labels().classIndex(classId) >= 0) {
      byte now = labels().label(page.selectedRows()[0], labels().classIndex(classId));
      setLabel(
          classId,
          switch (now) {
            case LabelTable.UNKNOWN -> LabelTable.PRESENT;
            case LabelTable.PRESENT -> LabelTable.ABSENT;
            default -> LabelTable.UNKNOWN;
          });
    }
  }

  /** No class is in the selected images; moves on. */
  public void allAbsent() {
    if (ready()) {
      submit(new Edit.SetLabels(page.selectedRows(), everyClass(LabelTable.ABSENT)));
      advance();
    }
  }

  /** Forgets all labels of the selected images. */
  public void forget() {
    if (ready()) {
      submit(new Edit.SetLabels(page.selectedRows(), everyClass(LabelTable.UNKNOWN)));
    }
  }

  /**
   * Excludes the selected images, or takes them back if all are excluded; moves on after excluding.
   */
  public void toggleExcluded() {
    if (ready()) {
      boolean all = all(labels()::excluded);
      submit(new Edit.SetExcluded(page.selectedRows(), !all));
      if (!all) {
        advance();
      }
    }
  }

  /**
   * Holds the selected images out for validation, or gives them back to training if all are held
   * out.
   */
  public void toggleValidation() {
    if (ready()) {
      submit(new Edit.SetValidation(page.selectedRows(), !all(labels()::validation)));
    }
  }

  /**
   * Gives every image of the page, or of a list every image in sight, the labels of the one under
   * the cursor; flags stay as they are.
   */
  public void copyToPage() {
    if (ready()) {
      Map<String, Byte> values = new LinkedHashMap<>();
      for (String id : labels().classIds()) {
        values.put(id, labels().label(page.cursorRow(), labels().classIndex(id)));
      }
      submit(new Edit.SetLabels(page.pageRows(), values));
    }
  }

  /**
   * What is still unknown on the page, or of a list in sight, becomes absent; excluded images are
   * left out.
   *
   * @param focusOnly true for the class in focus alone, if one is
   */
  public void restAbsent(boolean focusOnly) {
    if (!ready()) {
      return;
    }
    List<Edit> edits = new ArrayList<>();
    for (String id : labels().classIds()) {
      if (!focusOnly || page.focusClass() == null || id.equals(page.focusClass())) {
        int[] rows = unknownOnPage(labels().classIndex(id));
        if (rows.length > 0) {
          edits.add(new Edit.SetLabels(rows, Map.of(id, LabelTable.ABSENT)));
        }
      }
    }
    if (!edits.isEmpty()) {
      submit(new Edit.Composite("Rest of page absent", edits));
    }
  }

  /**
   * Sets what is unknown in the selected images and follows from their labels by groups and
   * parents.
   */
  public void setImplied() {
    if (ready()) {
      submit(new Edit.SetImplied(page.selectedRows(), exclusive()));
    }
  }

  /** Puts the next class in focus, or with −1 the one before; behind the last comes none. */
  public void moveFocus(int step) {
    if (open.session() != null) {
      List<String> ids = labels().classIds();
      int places = ids.size() + 1; // one for no class at all
      int now = page.focusClass() == null ? 0 : ids.indexOf(page.focusClass()) + 1;
      int next = Math.floorMod(now + step, places);
      page.setFocusClass(next == 0 ? null : ids.get(next - 1));
    }
  }

  /** Stable id of the class that this key labels, or null. */
  public String classOfKey(String key) {
    if (open.session() == null || key == null || key.length() != 1) {
      return null;
    }
    return ClassStyle.of(open.session().classes()).stream()
        .filter(each -> each.key() == key.charAt(0))
        .map(ClassStyle::id)
        .findFirst()
        .orElse(null);
  }

  /** Takes back the last edit, wherever it was made. */
  public void undo() {
    if (open.session() != null && open.session().canUndo()) {
      open.undo();
    }
  }

  /** Does again what was taken back last. */
  public void redo() {
    if (open.session() != null && open.session().canRedo()) {
      open.redo();
    }
  }

  /** True if exactly one class is present in each image of the project. */
  boolean exclusive() {
    return open.session().model().getSchema().isExclusive();
  }

  private boolean ready() {
    return open.session() != null
        && page.page().size() > 0
        && page.page().lastRow() < labels().rows(); // an undo may just be taking images away
  }

  private LabelTable labels() {
    return open.session().labels();
  }

  private boolean all(IntPredicate condition) {
    return Arrays.stream(page.selectedRows()).allMatch(condition);
  }

  private int[] unknownOnPage(int classIndex) {
    LabelTable labels = labels();
    return Arrays.stream(page.pageRows())
        .filter(row -> !labels.excluded(row) && labels.label(row, classIndex) == LabelTable.UNKNOWN)
        .toArray();
  }

  private Map<String, Byte> everyClass(byte value) {
    Map<String, Byte> values = new LinkedHashMap<>();
    labels().classIds().forEach(id -> values.put(id, value));
    return values;
  }

  private void submit(Edit edit) {
    ProjectSession session = open.session();
    String source = page.page().source();
    if (session != null) {
      last = open.submit(edit, source.isEmpty() ? KEYBOARD : source);
    }
  }

  /** On to the next image, when the label just given is seen. */
  private void advance() {
    int next = page.selection().cursor() + 1;
    if (page.autoAdvance() && page.selection().count() == 1 && next < page.page().size()) {
      page.selectAfter(last, page.selection().at(next));
    }
  }
}
