// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.patchwork.internal.rcp.ViewIds;

/** Text, quiet detail and icon of a line. */
final class ExplorerLabels extends LabelProvider implements IStyledLabelProvider {
  private final LocalResourceManager images;
  private final Map<ExplorerNode.Kind, Image> icons = new EnumMap<>(ExplorerNode.Kind.class);

  ExplorerLabels(Control owner) {
    this.images = new LocalResourceManager(JFaceResources.getResources(), owner);
  }

  @Override
  public StyledString getStyledText(Object element) {
    ExplorerNode node = (ExplorerNode) element;
    StyledString text = new StyledString(node.text());
    if (!node.detail().isEmpty()) {
      text.append("  " + node.detail(), StyledString.COUNTER_STYLER);
    }
    return text;
  }

  @Override
  public Image getImage(Object element) {
    return icons.computeIfAbsent(((ExplorerNode) element).kind(), this::icon);
  }

  private Image icon(ExplorerNode.Kind kind) {
    return ResourceLocator.imageDescriptorFromBundle(
            ViewIds.BUNDLE, "icons/" + kind.icon() + ".svg")
        .map(images::create)
        .orElse(null);
  }
}
