// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.Sampler;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.UiThread;

/** What the chosen order lacks, and the button that helps. Used on the display thread only. */
final class OrderNeeds {
  private final OpenProject open;
  private final UiThread thread;
  private final OrderBar order;
  private final Remark remark;
  private final SamplingPanel.Actions actions;
  private final Runnable changed;
  private PredictionTable asked;
  private boolean ensemble;

  /**
   * The needs of whatever order is chosen.
   *
   * @param changed called when it turns out that something is missing
   */
  OrderNeeds(
      OpenProject open,
      UiThread thread,
      OrderBar order,
      Remark remark,
      SamplingPanel.Actions actions,
      Runnable changed) {
    this.open = open;
    this.thread = thread;
    this.order = order;
    this.remark = remark;
    this.actions = actions;
    this.changed = changed;
  }

  /**
   * What the chosen order lacks, in a sentence, or null; also sets what the button beside it does.
   */
  String missing() {
    ProjectSession session = open.session();
    if (session == null || order.sampler() == null) {
      return "Open a project first.";
    }
    Set<Sampler.Need> needs = order.needs();
    String name = order.sampler().name();
    if (needs.contains(Sampler.Need.FEATURES) && session.activeFeatures() == null) {
      remark.offer("Compute features…", actions::computeFeatures);
      return name + " needs features of the images.";
    }
    if (needs.contains(Sampler.Need.ENSEMBLE) && !ensemble(session)) {
      remark.offer("Train with an ensemble of 5", actions::trainEnsemble);
      return name + " asks several models that were trained on the same labels.";
    }
    if (needs.contains(Sampler.Need.PREDICTIONS) && session.predictions() == null) {
      remark.offer("Train", actions::train);
      return name + " needs predictions: label a few images of each class, then train.";
    }
    return order.forClass() && session.classes().isEmpty()
        ? name + " is about one class: add a class first."
        : null;
  }

  /** True if the model in use is an ensemble, and as long as the disk has not said otherwise. */
  private boolean ensemble(ProjectSession session) {
    PredictionTable shown = session.predictions();
    if (shown == null) {
      return false;
    }
    if (shown != asked) {
      asked = shown;
      ensemble = true;
      thread.deliver(
          CompletableFuture.supplyAsync(() -> RunPredictions.hasMembers(session.folder(), shown)),
          found -> take(shown, found),
          error -> ILog.of(OrderNeeds.class).warn("The run could not be looked into", error));
    }
    return ensemble;
  }

  private void take(PredictionTable predictions, boolean found) {
    if (predictions == asked && ensemble != found) {
      ensemble = found;
      changed.run();
    }
  }
}
