// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.ParameterSchema;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.project.ProjectSession;

/**
 * The augmentation that makes views of the extractor that is trained next. Images are shown in the
 * size and with the channels that the extractor will see.
 */
final class PretrainingAugmentation implements AugmentationPlan {
  private static final String AUGMENTATION = "augmentation";

  private final FeatureTrainer trainer;

  PretrainingAugmentation(FeatureTrainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public AugmentationSpec value() {
    try {
      return AugmentationText.parse(trainer.spec().parameters().augmentation());
    } catch (IllegalArgumentException e) {
      return AugmentationSpec.NONE; // the form beside says what is wrong with the text
    }
  }

  @Override
  public void change(AugmentationSpec spec) {
    PretrainingSpec plan = trainer.spec();
    ParameterSchema<PretrainingParameters> schema = ParameterSchema.of(PretrainingParameters.class);
    Map<String, Object> values = new LinkedHashMap<>(schema.values(plan.parameters()));
    values.put(AUGMENTATION, AugmentationText.format(spec));
    trainer.setSpec(
        new PretrainingSpec(
            plan.trainer(),
            plan.trainerParameters(),
            plan.network(),
            plan.networkParameters(),
            schema.create(values)));
  }

  @Override
  public InputSpec preview(ProjectSession session) {
    PretrainingParameters parameters = trainer.spec().parameters();
    return new InputSpec(
        parameters.size(),
        parameters.size(),
        parameters.channels(),
        session.model().getImages().getNorm());
  }

  @Override
  public Optional<DetCon.Parameters> segments() {
    PretrainingSpec plan = trainer.spec();
    return trainer
        .trainers()
        .find(plan.trainer())
        .filter(method -> method.instance() instanceof DetCon)
        .map(
            method -> ParameterSchema.of(DetCon.Parameters.class).create(plan.trainerParameters()));
  }

  @Override
  public void follow(Control owner, Runnable changed) {
    FeatureTrainerListener listener =
        new FeatureTrainerListener() {
          @Override
          public void planChanged() {
            changed.run();
          }
        };
    trainer.addListener(owner, listener);
  }
}
