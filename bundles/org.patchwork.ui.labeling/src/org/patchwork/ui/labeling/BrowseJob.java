// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.Browse;
import org.patchwork.learn.RowOrder;
import org.patchwork.ui.Page;

/** Lists all images that a filter lets through, in an order, off the display thread. */
final class BrowseJob extends Job {
  /** Recorded with each label given in a list. */
  static final String SOURCE = "browse";

  private final RowFilter filter;
  private final RowOrder order;
  private final String description;
  private final LabelTable labels;
  private final PredictionTable predictions;
  private final Consumer<Page> done;

  /**
   * A list of the images as they are labelled now.
   *
   * @param description what is listed, in words
   * @param predictions or null
   * @param done takes the list on the thread of the job; not called on cancel
   */
  BrowseJob(
      RowFilter filter,
      RowOrder order,
      String description,
      LabelTable labels,
      PredictionTable predictions,
      Consumer<Page> done) {
    super("List images");
    this.filter = filter;
    this.order = order;
    this.description = description;
    this.labels = labels;
    this.predictions = predictions;
    this.done = done;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      int[] rows = Browse.rows(filter, order, labels, predictions, monitor);
      String said =
          rows.length == 0
              ? "No image passes the filter. Let more through in the strip above, for example with"
                  + " Labelled or not."
              : description;
      Page page = Page.browsed(rows, SOURCE, said);
      if (monitor.isCanceled()) {
        return Status.CANCEL_STATUS;
      }
      done.accept(page);
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
