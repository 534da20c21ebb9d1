// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Map;
import java.util.Optional;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingRuns;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.UiThread;

/** Method, network, settings and name of the next run of pre-training. */
final class PretrainingPlan {
  private static final String FIRST_CHOICE = "simclr";
  private static final String FIRST_NETWORK = "small";

  private final Catalog<Trainer<?>> trainers;
  private final StoredPretraining stored;
  private PretrainingSpec spec;
  private String name = "";
  private String problem;

  /**
   * The first choice among what is installed.
   *
   * @param thread hears of settings that could not be stored
   */
  PretrainingPlan(
      Catalog<Trainer<?>> trainers, Catalog<EncoderNetwork<?>> networks, UiThread thread) {
    this.trainers = trainers;
    this.stored = new StoredPretraining(trainers, networks, thread);
    this.spec =
        new PretrainingSpec(
            trainers
                .find(FIRST_CHOICE)
                .or(() -> trainers.all().stream().findFirst())
                .map(Contribution::id)
                .orElse(""),
            Map.of(),
            networks.require(FIRST_NETWORK).id(),
            Map.of(),
            new PretrainingParameters());
  }

  /**
   * Takes what stands in a project, if anything does.
   *
   * @param session or null for none
   * @throws IllegalArgumentException if this product has no such method or setting; says which
   */
  void read(ProjectSession session) {
    stored.read(session).ifPresent(found -> spec = found);
  }

  PretrainingSpec spec() {
    return spec;
  }

  /** Plans this; the project keeps it. */
  void set(PretrainingSpec newSpec, ProjectSession session) {
    problem = null;
    spec = newSpec;
    stored.write(session, newSpec);
  }

  /** Name of the next run; empty for one after its method. */
  String name() {
    return name;
  }

  void setName(String newName) {
    name = newName;
  }

  /** The name, or that of the method. */
  String title() {
    return name.isEmpty() ? trainers.require(spec.trainer()).shortId() : name;
  }

  /** Notes why the settings in the form cannot be used. */
  void refuse(String why) {
    problem = why;
  }

  /** Why this cannot be trained, in a sentence; empty if it can. */
  Optional<String> obstacle() {
    if (spec.trainer().isEmpty()) {
      return Optional.of("No method is installed.");
    } else if (problem != null) {
      return Optional.of(problem);
    }
    try {
      PretrainingRuns.checkName(name);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
