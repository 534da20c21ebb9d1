// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Draw;
import org.patchwork.learn.Selection;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * The Sampling view: which images come next, in which order, and how many. A draw waits until all
 * labels given before it are written, so that none of those images comes again; it runs off the
 * display thread.
 */
public final class SamplingPanel extends Composite {
  /** What the panel offers but others do. */
  public interface Actions {
    /** Trains the model, so that there are predictions. */
    void train();

    /** Trains an ensemble, so that there are several opinions of each image. */
    void trainEnsemble();

    /** Lets the user compute features. */
    void computeFeatures();
  }

  private static final int DEFAULT_COUNT = 24;
  private static final int MOST_IMAGES = 400;

  private final OpenProject open;
  private final PageModel page;
  private final Algorithms algorithms;
  private final UiThread thread;
  private final FilterBar filter;
  private final SavedFilters saved;
  private final EarlierPages earlier;
  private final OrderBar order;
  private final Spinner count;
  private final Button sample;
  private final Button more;
  private final SamplingOptions options;
  private final Remark remark;
  private final OrderNeeds needs;
  private Runnable drawn = () -> {};
  private Runnable starting = () -> {};
  private Runnable filtered = () -> {};
  private SampleJob running;

  public SamplingPanel(
      Composite parent, OpenProject open, PageModel page, Algorithms algorithms, Actions actions) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.algorithms = algorithms;
    this.thread = UiThread.of(this);
    GridLayout layout = new GridLayout(2, false);
    layout.verticalSpacing = 2;
    setLayout(layout);
    Composite strip = line(this);
    strip.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    filter = new FilterBar(strip, this::filterChanged);
    filter.offerMore(new AnswersDiffer(open, filter, this, this::say)::addTo);
    saved = new SavedFilters(strip, open, filter::value, filter::set, this::say);
    Composite drawing = line(strip); // wraps as a whole
    order = new OrderBar(drawing, algorithms.samplers(), this::orderChanged, this::classChanged);
    count = spinner(drawing, DEFAULT_COUNT, 1, MOST_IMAGES, "Number of images on the page");
    sample = new Button(drawing, SWT.PUSH);
    sample.setText("Sample (S)");
    sample.setToolTipText("Show the next images (S in the grid, Enter here)");
    sample.addListener(SWT.Selection, event -> sample());
    more = new Button(drawing, SWT.TOGGLE);
    more.setText("Options");
    more.setToolTipText("Pool, seed, images of earlier pages, parameters of the order");
    options = new SamplingOptions(this);
    earlier = new EarlierPages(options.line(), open, page, this::say);
    options.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    more.addListener(SWT.Selection, event -> setShown(options, more.getSelection()));
    setShown(options, false);
    remark = new Remark(this);
    needs = new OrderNeeds(open, thread, order, remark, actions, this::refreshState);
    enterSamples(strip);
    enterSamples(drawing);
    options.onEnter(this::sample);
    listen();
    projectChanged();
  }

  /** Draws the next page; says why if there is none. Does nothing while a draw is running. */
  public void sample() {
    PageDraw next = upcoming();
    if (next == null) {
      return;
    }
    starting.run();
    SampleJob job = new SampleJob(next, found -> thread.later(() -> take(next, found)));
    running = job;
    sample.setEnabled(false);
    job.addJobChangeListener(IJobChangeListener.onDone(event -> thread.later(() -> finished(job))));
    open.settled().thenRun(job::schedule);
  }

  /** The draw that {@link #sample} would make now, null if it would make none. */
  PageDraw upcoming() {
    ProjectSession session = open.session();
    return session == null || running != null || missing() != null
        ? null
        : new PageDraw(session, algorithms.samplers(), draw(), options.skipSeen());
  }

  /** The draw is over; if it was cancelled, no answer came. */
  private void finished(SampleJob job) {
    if (running == job) {
      running = null;
      refreshState();
    }
  }

  /** Told before a draw begins, and after a new page was drawn and shown. */
  void onDrawn(Runnable before, Runnable after) {
    starting = before;
    drawn = after;
  }

  /** Which images may be drawn. */
  RowFilter filter() {
    return filter.value();
  }

  /** Sets which images may be drawn or listed. */
  public void setFilter(RowFilter wanted) {
    filter.set(wanted);
  }

  /**
   * Narrows the filter, for example to a list computed elsewhere; a list replaces one of the same
   * name.
   */
  public void addCondition(RowFilter.Condition condition) {
    filter.add(condition);
  }

  /** Told after the filter was changed. */
  void onFilterChanged(Runnable listener) {
    filtered = listener;
  }

  private void say(String message) {
    remark.say(message);
  }

  private void filterChanged() {
    refreshState();
    filtered.run();
  }

  /** The page after this one: one seen before, or else a new draw. */
  public void nextPage() {
    if (!page.next()) {
      sample();
    }
  }

  /** What the panel says: what was drawn, why nothing was, or what is missing. */
  public String messageText() {
    return remark.text();
  }

  /** The order to draw by, as id of a sampler. */
  public void setOrder(String samplerId) {
    order.select(samplerId);
    orderChanged();
  }

  ChoiceCombo<RowFilter.LabelStatus> status() {
    return filter.status();
  }

  FilterBar filterBar() {
    return filter;
  }

  SavedFilters saved() {
    return saved;
  }

  EarlierPages earlier() {
    return earlier;
  }

  ChoiceCombo<String> order() {
    return order.order();
  }

  SamplingOptions options() {
    return options;
  }

  Spinner count() {
    return count;
  }

  Button sampleButton() {
    return sample;
  }

  Button optionsButton() {
    return more;
  }

  Button remedyButton() {
    return remark.button();
  }

  @Override
  public boolean setFocus() {
    if (sample.isDisposed()) {
      return false; // asked while the panel is disposed
    }
    return sample.isEnabled() ? sample.setFocus() : filter.status().combo().setFocus();
  }

  private void take(PageDraw taken, Selection selection) {
    finished(running);
    if (open.session() != taken.session()) {
      return;
    }
    if (selection.rows().length == 0) {
      String reason = selection.reason();
      remark.say(options.skipSeen() ? reason + options.seenHint() : reason);
      page.showIfEmpty(reason);
      return;
    }
    remark.say("");
    options.countUpSeed();
    page.show(Page.of(selection, taken.draw().samplerId()));
    drawn.run();
  }

  private Draw draw() {
    return new Draw(
        filter.value(),
        order.sampler().id(),
        options.parameters(),
        order.classId(),
        count.getSelection(),
        options.seed(),
        options.pool());
  }

  private String missing() {
    String missing = needs.missing();
    return missing == null ? options.problem() : missing;
  }

  private void refreshState() {
    remark.offerNothing();
    String missing = missing();
    remark.missing(missing);
    sample.setEnabled(missing == null && running == null);
  }

  private void setShown(Control control, boolean shown) {
    control.setVisible(shown);
    ((GridData) control.getLayoutData()).exclude = !shown;
    requestLayout();
  }

  private void orderChanged() {
    order.explain();
    options.showParameters(order.sampler().instance(), this::refreshState);
    if (order.forClass()) {
      classChanged();
    }
    refreshState();
  }

  private void classChanged() {
    page.setFocusClass(order.classId());
    refreshState();
  }

  private void projectChanged() {
    filter.reset();
    offerChoices();
    remark.say("");
    if (order.sampler() != null) {
      orderChanged();
    } else {
      refreshState();
    }
  }

  private void offerChoices() {
    ProjectSession session = open.session();
    List<ClassStyle> classes = session == null ? List.of() : ClassStyle.of(session.classes());
    LabelTable labels = session == null ? LabelTable.empty() : session.labels();
    filter.offer(classes, labels);
    order.offer(classes);
  }

  private static Composite line(Composite parent) {
    Composite line = new Composite(parent, SWT.NONE);
    RowLayout layout = new RowLayout();
    layout.center = true;
    layout.marginLeft = 0;
    layout.marginRight = 0;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    layout.spacing = 6;
    line.setLayout(layout);
    return line;
  }

  static Spinner spinner(Composite parent, int value, int min, int max, String toolTip) {
    Spinner spinner = new Spinner(parent, SWT.BORDER);
    spinner.setValues(value, min, max, 0, 1, 10);
    spinner.setToolTipText(toolTip);
    return spinner;
  }

  private void enterSamples(Composite line) {
    for (Control control : line.getChildren()) {
      control.addListener(SWT.DefaultSelection, event -> sample());
    }
  }

  private void listen() {
    open.addListener(this, new Events());
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      SamplingPanel.this.projectChanged();
    }

    @Override
    public void classesChanged() {
      offerChoices();
      refreshState();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.all()) {
        offerChoices();
      }
    }

    @Override
    public void predictionsChanged() {
      refreshState();
    }

    @Override
    public void featuresChanged() {
      refreshState();
    }
  }
}
