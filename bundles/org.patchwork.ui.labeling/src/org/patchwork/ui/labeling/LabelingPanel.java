// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.Algorithms;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/** What the view Image Grid shows: the sampling strip over the grid. */
public final class LabelingPanel extends Composite {
  /** Lets the thumbnails of the page on display be made first. */
  private static final long MILLISECONDS_BEFORE_FETCHING = 1000;

  private final OpenProject open;
  private final PageModel page;
  private final Actions actions;
  private final SamplingPanel sampling;
  private final GridPanel grid;
  private NextPageJob fetching;

  /** What the panel offers but others do. */
  public interface Actions extends SamplingPanel.Actions, KeySource {
    /** Lets the user make or open a project. */
    void newProject();

    /** Lets the user add images to the open project. */
    void addImages();
  }

  public LabelingPanel(
      Composite parent, OpenProject open, PageModel page, Algorithms algorithms, Actions actions) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.actions = actions;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    setLayout(layout);
    sampling = new SamplingPanel(this, open, page, algorithms, actions);
    sampling.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    grid = new GridPanel(this, open, page, gridActions(actions));
    grid.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    sampling.onFilterChanged(grid.browser()::refresh);
    UiThread thread = UiThread.of(this);
    sampling.onDrawn(this::giveUpNextPage, () -> thread.later(this::drawn));
    open.addListener(this, new ProjectEvents());
    addDisposeListener(event -> giveUpNextPage());
  }

  /** The new page is laid out: the next key labels, and the page after it may be fetched. */
  private void drawn() {
    grid.setFocus();
    PageDraw next = sampling.upcoming();
    if (next != null) {
      fetching = new NextPageJob(next, open.pictures(), grid.canvas().thumbnailSize());
      fetching.schedule(MILLISECONDS_BEFORE_FETCHING);
    }
  }

  private void giveUpNextPage() {
    if (fetching != null) {
      fetching.cancel();
      fetching = null;
    }
  }

  /** The guess is about the project that was open when it was made. */
  private final class ProjectEvents implements OpenProjectListener {
    @Override
    public void projectChanged() {
      giveUpNextPage();
    }
  }

  public SamplingPanel sampling() {
    return sampling;
  }

  public GridPanel grid() {
    return grid;
  }

  /** Lays the keys over the grid. */
  KeyOverlay showKeys() {
    List<ClassStyle> classes =
        open.session() == null ? List.of() : ClassStyle.of(open.session().classes());
    return new KeyOverlay(grid, KeySheet.of(actions.keys(), classes));
  }

  /** The page after this one, drawn if need be; in a list, the next screen. */
  void nextPage() {
    if (page.browsing()) {
      grid.canvas().turnScreen(true);
    } else {
      sampling.nextPage();
    }
  }

  /** The page before this one; in a list, the screen before. */
  void previousPage() {
    if (page.browsing()) {
      grid.canvas().turnScreen(false);
    } else {
      page.previous();
    }
  }

  @Override
  public boolean setFocus() {
    return !grid.isDisposed() && grid.setFocus();
  }

  private GridPanel.Actions gridActions(Actions actions) {
    return new GridPanel.Actions() {
      @Override
      public void newProject() {
        actions.newProject();
      }

      @Override
      public void addImages() {
        actions.addImages();
      }

      @Override
      public void sample() {
        sampling.sample();
      }

      @Override
      public RowFilter filter() {
        return sampling.filter();
      }
    };
  }
}
