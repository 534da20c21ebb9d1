// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.Sampler;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColors;

/**
 * The less used half of the Sampling view: pool, seed, images seen before, and the parameters of
 * the order.
 */
final class SamplingOptions extends Composite {
  private static final int LARGEST_POOL = 10_000_000;
  private static final int LARGEST_SEED = 999_999_999;

  private final Spinner pool;
  private final Spinner seed;
  private final Button skipSeen;
  private final Composite line;
  private Parameters<?> parameters;

  SamplingOptions(Composite parent) {
    super(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    line = new Composite(this, SWT.NONE);
    RowLayout row = new RowLayout();
    row.center = true;
    row.marginLeft = 0;
    row.marginTop = 0;
    row.marginBottom = 0;
    row.spacing = 6;
    line.setLayout(row);
    line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    new Label(line, SWT.NONE).setText("Pool");
    pool =
        SamplingPanel.spinner(
            line,
            0,
            0,
            LARGEST_POOL,
            "Scores only this many images, chosen at random, and takes the best of them; 0 scores"
                + " all");
    new Label(line, SWT.NONE).setText("Seed");
    seed =
        SamplingPanel.spinner(
            line,
            0,
            0,
            LARGEST_SEED,
            "The same seed on the same labels draws the same images; counts up with each draw");
    skipSeen = new Button(line, SWT.CHECK);
    ThemeColors.keepNative(skipSeen);
    skipSeen.setText("Skip images seen");
    skipSeen.setToolTipText(
        "Leaves out images that came on an earlier page, also before the last restart");
    skipSeen.setSelection(true);
  }

  int pool() {
    return pool.getSelection();
  }

  long seed() {
    return seed.getSelection();
  }

  void countUpSeed() {
    seed.setSelection(seed.getSelection() + 1);
  }

  boolean skipSeen() {
    return skipSeen.getSelection();
  }

  void setSkipSeen(boolean skip) {
    skipSeen.setSelection(skip);
  }

  /** What to say behind "nothing is left" while images seen are skipped. */
  String seenHint() {
    return " Images of earlier pages are left out: see Options, Skip images seen and Earlier"
        + " pages.";
  }

  /** Where more that concerns pages seen can be put. */
  Composite line() {
    return line;
  }

  void onEnter(Runnable action) {
    pool.addListener(SWT.DefaultSelection, event -> action.run());
    seed.addListener(SWT.DefaultSelection, event -> action.run());
  }

  /** Shows the form of this sampler's parameters; takes no room if it has none. */
  <P extends Record> void showParameters(Sampler<P> sampler, Runnable changed) {
    if (parameters != null) {
      parameters.form.dispose();
    }
    parameters = new Parameters<>(this, sampler.parameterType());
    parameters.form.addChangeListener(changed);
    requestLayout();
  }

  /** Values of the parameters by name. */
  Map<String, Object> parameters() {
    return parameters == null ? Map.of() : parameters.values();
  }

  /** What is wrong with the parameters, or null. */
  String problem() {
    return parameters == null ? null : parameters.form.problem().orElse(null);
  }

  /** A form and the schema that turns its record into named values. */
  private static final class Parameters<P extends Record> {
    private final ParameterForm<P> form;
    private final ParameterSchema<P> schema;

    Parameters(Composite parent, Class<P> type) {
      schema = ParameterSchema.of(type);
      form = new ParameterForm<>(parent, type);
      GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
      data.exclude = !form.hasParameters();
      form.setVisible(form.hasParameters());
      form.setLayoutData(data);
    }

    Map<String, Object> values() {
      return schema.values(form.value());
    }
  }
}
