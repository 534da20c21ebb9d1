// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.Catalog;
import org.patchwork.core.ParameterSchema;
import org.patchwork.learn.LiveParameters;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledParameters;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * The part of the Train view about training from the images and with unlabelled ones. What needs
 * the live extractor is greyed while features are stored, with the reason below.
 */
final class LiveSection extends Composite {
  private static final int TEXT_WIDTH = 220;
  private static final String STORED =
      "With stored features an image is the same in every step: augmentation, fine-tuning of the"
          + " extractor and FixMatch need the live extractor.";
  private static final String LIVE =
      "Every step sends its images through the extractor: slower, but each is seen anew. Augmentations"
          + " are chosen in the Augmentation view.";

  private final Trainer trainer;
  private final ParameterForm<LiveParameters> live;
  private final AlgorithmSection<SemiSupervised<?>> loss;
  private final ParameterForm<UnlabelledParameters> unlabelled;
  private final Catalog<SemiSupervised<?>> catalog;
  private final Label reason;
  private final Runnable resized;
  private LivePlan shown;
  private String chosen = "";
  private boolean showing;

  /**
   * The section.
   *
   * @param resized called when it wants another height
   */
  LiveSection(
      Composite parent, Trainer trainer, Catalog<SemiSupervised<?>> catalog, Runnable resized) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    this.catalog = catalog;
    this.resized = resized;
    GridLayout layout = new GridLayout(2, true);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.horizontalSpacing = 16;
    setLayout(layout);
    Composite left = column();
    title(left, "Images");
    live = new ParameterForm<>(left, LiveParameters.class);
    live.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    live.addChangeListener(this::changed);
    reason = new Label(left, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
    wide.widthHint = TEXT_WIDTH;
    reason.setLayoutData(wide);
    Composite right = column();
    loss =
        new AlgorithmSection<>(
            right, "Unlabelled images", "Not used", catalog, this::chosenOrChanged);
    unlabelled = new ParameterForm<>(right, UnlabelledParameters.class);
    unlabelled.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    unlabelled.addChangeListener(this::changed);
    showPlan();
  }

  private Composite column() {
    Composite column = new Composite(this, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    column.setLayout(layout);
    column.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    return column;
  }

  private static void title(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
  }

  ParameterForm<LiveParameters> live() {
    return live;
  }

  ParameterForm<UnlabelledParameters> unlabelled() {
    return unlabelled;
  }

  AlgorithmSection<SemiSupervised<?>> loss() {
    return loss;
  }

  /** What is said about the choice between stored features and the live extractor. */
  String reasonText() {
    return reason.getText();
  }

  /** Shows what the trainer has, unless it came from here: what is being typed stays. */
  void showPlan() {
    if (trainer.livePlan() != shown) {
      shown = trainer.livePlan();
      showing = true;
      try {
        live.setValue(shown.live());
        unlabelled.setValue(shown.unlabelled());
        loss.show(shown.semiSupervisedId(), shown.semiSupervised());
        chosen = shown.semiSupervisedId();
      } catch (IllegalArgumentException e) {
        trainer.refuseLivePlan(e.getMessage());
      } finally {
        showing = false;
      }
    }
    showReasons();
  }

  private void chosenOrChanged() {
    boolean first = chosen.isEmpty() && !loss.id().isEmpty();
    chosen = loss.id();
    if (first && unlabelled.problem().isEmpty() && unlabelled.value().unlabelledWeight() == 0) {
      ParameterSchema<UnlabelledParameters> schema = ParameterSchema.of(UnlabelledParameters.class);
      Map<String, Object> values = schema.values(unlabelled.value());
      values.put("unlabelledWeight", 1.0);
      unlabelled.setValue(schema.create(values)); // tells the change
    } else {
      changed();
    }
  }

  private void changed() {
    if (showing) {
      return;
    }
    Optional<String> problem = problem();
    if (problem.isPresent()) {
      trainer.refuseLivePlan(problem.get());
    } else {
      shown =
          new LivePlan(
              live.value(),
              unlabelled.value(),
              loss.id(),
              loss.id().isEmpty() ? Map.of() : loss.values());
      trainer.setLivePlan(shown);
    }
    showReasons();
    resized.run();
  }

  private Optional<String> problem() {
    if (live.problem().isPresent()) {
      return live.problem();
    } else if (unlabelled.problem().isPresent()) {
      return unlabelled.problem();
    } else if (loss.id().isEmpty()) {
      return Optional.empty();
    } else if (loss.problem().isPresent()) {
      return loss.problem();
    } else if (needsStrongView() && !live.value().live()) {
      return Optional.of(
          "This use of unlabelled images compares two views of an image; switch the live extractor"
              + " on, or choose another.");
    }
    return Optional.empty();
  }

  private boolean needsStrongView() {
    return catalog.find(loss.id()).map(found -> found.instance().needsStrongView()).orElse(false);
  }

  private void showReasons() {
    boolean on = live.problem().isPresent() || live.value().live();
    for (String field : new String[] {"augmentation", "fineTuneAfter", "extractorRate"}) {
      live.setFieldEnabled(field, on);
    }
    boolean used = !loss.id().isEmpty();
    unlabelled.setFieldEnabled("unlabelledWeight", used);
    unlabelled.setFieldEnabled("unlabelledRatio", used);
    unlabelled.setFieldEnabled("strongAugmentation", used && needsStrongView());
    reason.setText(on ? LIVE : STORED);
    reason.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
    requestLayout();
  }
}
