// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.SplittableRandom;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSource;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * The Augmentation view: random changes of training images, chosen on the left, seen on the right
 * on the image that is selected in the grid. Every valid change is stored in the project at once;
 * it takes effect in the next run with the live extractor.
 */
public final class AugmentationPanel extends Composite {
  private static final int DELAY_MILLISECONDS = 150;

  /** Width of a column of operations, and from which width of the view on there are two. */
  private static final int COLUMN = 240;

  private static final int WIDE = 4 * COLUMN;

  private final OpenProject open;
  private final PageModel pages;
  private final Catalog<Augmentation<?>> catalog;
  private final AugmentationPlan plan;
  private final UiThread thread;
  private final UiThread.Update update;
  private final SplittableRandom random = new SplittableRandom(1);
  private final ScrolledComposite scroll;
  private final AugmentationForm form;
  private final AugmentationCanvas canvas;
  private final Label message;
  private final Button another;
  private final Button again;
  private int row = -1;
  private long seed;
  private boolean computing;
  private boolean stale;

  /** The panel over the open project, whichever it is. */
  public AugmentationPanel(
      Composite parent, OpenProject open, PageModel pages, Catalog<Augmentation<?>> catalog) {
    this(parent, open, pages, catalog, new StoredAugmentation(open));
  }

  /**
   * The panel over any augmentation.
   *
   * @param plan where it stands and is changed
   */
  AugmentationPanel(
      Composite parent,
      OpenProject open,
      PageModel pages,
      Catalog<Augmentation<?>> catalog,
      AugmentationPlan plan) {
    super(parent, SWT.NONE);
    this.open = open;
    this.pages = pages;
    this.catalog = catalog;
    this.plan = plan;
    this.thread = UiThread.of(this);
    this.update = thread.coalesced(DELAY_MILLISECONDS, this::compute);
    setLayout(new GridLayout(2, false));
    scroll = new ScrolledComposite(this, SWT.V_SCROLL);
    GridData left = new GridData(SWT.LEFT, SWT.FILL, false, true, 1, 2);
    left.widthHint = COLUMN;
    scroll.setLayoutData(left);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    form = new AugmentationForm(scroll, catalog, this::changed);
    scroll.setContent(form);
    Composite bar = new Composite(this, SWT.NONE);
    RowLayout wrapped = new RowLayout(SWT.HORIZONTAL);
    wrapped.marginTop = 0;
    wrapped.marginBottom = 0;
    wrapped.marginLeft = 0;
    wrapped.marginRight = 0;
    bar.setLayout(wrapped);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    another = Buttons.push(bar, "Another image", "Show another image of the project", this::other);
    again = Buttons.push(bar, "Draw again", "Draw other variants of this image", this::drawAgain);
    canvas = new AugmentationCanvas(this);
    GridData room = new GridData(SWT.FILL, SWT.FILL, true, true);
    room.widthHint = 360;
    room.heightHint = 200;
    canvas.setLayoutData(room);
    message = new Label(this, SWT.WRAP);
    GridData below = new GridData(SWT.FILL, SWT.BOTTOM, true, false, 2, 1);
    below.widthHint = COLUMN; // what is longer wraps
    message.setLayoutData(below);
    ThemeColors.current().onChange(this, canvas::redraw);
    addListener(SWT.Resize, event -> setColumns(getClientArea().width >= WIDE ? 2 : 1));
    listen();
    showProject();
  }

  private void setColumns(int columns) {
    ((GridData) scroll.getLayoutData()).widthHint = columns * COLUMN;
    form.setColumns(columns);
    fit();
    layout();
  }

  private void listen() {
    OpenProjectListener projects =
        new OpenProjectListener() {
          @Override
          public void projectChanged() {
            showProject();
          }
        };
    PageModel.Listener selections =
        new PageModel.Listener() {
          @Override
          public void pageChanged() {
            follow();
          }

          @Override
          public void selectionChanged(PageSelection before) {
            follow();
          }
        };
    open.addListener(this, projects);
    pages.addListener(this, selections);
    plan.follow(this, this::showPlan);
  }

  private void showProject() {
    row = -1;
    canvas.show(null);
    ProjectSession session = open.session();
    form.setEnabled(session != null);
    another.setEnabled(session != null);
    again.setEnabled(session != null);
    if (session == null) {
      form.show(AugmentationSpec.NONE);
      say("Open a project to augment its images.");
    } else {
      form.show(plan.value());
      follow();
    }
    fit();
  }

  /** Shows what the plan says, unless it came from here: what is being typed stays. */
  private void showPlan() {
    if (open.session() != null && form.problem().isEmpty()) {
      AugmentationSpec planned = plan.value();
      if (!planned.strengths().equals(form.value().strengths())) {
        form.show(planned);
      }
      update.request();
    }
  }

  private void follow() {
    ProjectSession session = open.session();
    if (session == null || session.labels().rows() == 0) {
      return;
    }
    int selected = pages.cursorRow();
    int wanted = selected >= 0 ? selected : Math.max(row, 0);
    if (wanted != row) {
      row = wanted;
      update.request();
    }
  }

  private void other() {
    ProjectSession session = open.session();
    if (session != null && session.labels().rows() > 0) {
      row = random.nextInt(session.labels().rows());
      update.request();
    }
  }

  private void drawAgain() {
    seed++;
    update.request();
  }

  private void changed() {
    ProjectSession session = open.session();
    if (form.problem().isEmpty() && session != null) {
      plan.change(form.value());
      update.request();
    }
    fit();
  }

  private void fit() {
    scroll.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
  }

  /** Reads and augments in the background; what changes meanwhile is shown after it. */
  private void compute() {
    ProjectSession session = open.session();
    if (computing) {
      stale = true;
      return;
    }
    if (isDisposed() || session == null || row < 0 || form.problem().isPresent()) {
      return;
    }
    computing = true;
    ImageSource images = session.images(new ImageLoader(open.readers()));
    AugmentationPreview.Wanted preview =
        new AugmentationPreview.Wanted(
            plan.preview(session),
            Augmenter.of(catalog, form.value()),
            Math.min(row, images.size() - 1),
            seed,
            plan.segments());
    ViewJob<AugmentationPreview> job =
        new ViewJob<>(
            "Augment an image",
            thread,
            monitor -> AugmentationPreview.of(images, preview, monitor),
            new Shown());
    job.setSystem(true);
    job.schedule();
  }

  /** Says it below; nothing takes no room. */
  private void say(String text) {
    message.setText(text.replace("&", "&&"));
    message.setVisible(!text.isEmpty());
    ((GridData) message.getLayoutData()).exclude = text.isEmpty();
    message.requestLayout();
  }

  /** Shows what was computed. */
  private final class Shown implements ViewJob.Listener<AugmentationPreview> {
    @Override
    public void progressed(double share, String text) {
      // it takes no longer than a glance
    }

    @Override
    public void done(AugmentationPreview result) {
      canvas.show(result.plot(), result.inRows());
      end(result.text());
    }

    @Override
    public void cancelled() {
      end("");
    }

    @Override
    public void failed(String problem) {
      canvas.show(null);
      end(problem);
    }

    private void end(String text) {
      say(text);
      computing = false;
      if (stale) {
        stale = false;
        update.request();
      }
    }
  }

  AugmentationForm form() {
    return form;
  }

  AugmentationCanvas canvas() {
    return canvas;
  }

  String messageText() {
    return message.getText();
  }

  @Override
  public boolean setFocus() {
    return form.setFocus();
  }
}
