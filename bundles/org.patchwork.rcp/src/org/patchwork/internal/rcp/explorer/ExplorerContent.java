// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The nodes are the tree. */
final class ExplorerContent implements ITreeContentProvider {
  @Override
  public Object[] getElements(Object input) {
    return ((List<?>) input).toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return ((ExplorerNode) parent).children().toArray();
  }

  @Override
  public Object getParent(Object element) {
    return null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return !((ExplorerNode) element).children().isEmpty();
  }
}
