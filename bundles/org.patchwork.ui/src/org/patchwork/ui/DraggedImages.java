// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Optional;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;

/**
 * The images that are being dragged out of a grid, for those who let them be dropped. They travel
 * by {@link LocalSelectionTransfer}, inside the workbench only.
 *
 * @param rows rows of the images, in page order
 */
public record DraggedImages(int[] rows) {
  /** The images being dragged at the moment, if it is images that are dragged. */
  public static Optional<DraggedImages> current() {
    return LocalSelectionTransfer.getTransfer().getSelection()
                instanceof IStructuredSelection selection
            && selection.getFirstElement() instanceof DraggedImages images
        ? Optional.of(images)
        : Optional.empty();
  }
}
