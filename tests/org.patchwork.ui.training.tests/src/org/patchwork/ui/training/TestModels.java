// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Map;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.NoParameters;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.pretraining.trainers.VicReg;

/** Small models to design with. */
final class TestModels {
  private TestModels() {}

  /** Passes vectors on. */
  static final class Pass implements FineTuningModel<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Network network, Node features, NoParameters parameters) {
      return features;
    }
  }

  record Units(@Param(label = "Units", min = 1, max = 100) int units) {
    Units() {
      this(5);
    }
  }

  /** One layer. */
  static final class Layer implements FineTuningModel<Units> {
    @Override
    public Class<Units> parameterType() {
      return Units.class;
    }

    @Override
    public Node build(Network network, Node features, Units parameters) {
      return network.dense("hidden", features, parameters.units());
    }
  }

  /** Fits nothing. */
  static final class MapsOnly implements FineTuningModel<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Network network, Node features, NoParameters parameters)
        throws TrainingException {
      throw new TrainingException("These features are no maps.");
    }
  }

  /** Independent probabilities. */
  static final class Sigmoid implements OutputModel<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Network network, Node vector, int classes, NoParameters parameters) {
      return network.sigmoid(network.dense("output", vector, classes));
    }

    @Override
    public String lossId() {
      return "t.square";
    }

    @Override
    public Map<String, Object> lossParameters(NoParameters parameters) {
      return Map.of();
    }
  }

  /**
   * Mean squared difference, over a reshape across the batch: only an engine can do that, so the
   * networks of these tests are trained by the {@link EchoEngine}.
   */
  static final class Square implements Loss<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Ops ops, Node target, Node prediction, NoParameters parameters) {
      return ops.mean(ops.reshape(ops.square(ops.subtract(target, prediction)), -1), false);
    }
  }

  static Algorithms algorithms(Engine engine) {
    return new Algorithms(
        Catalog.of(Map.of()),
        Catalog.of(Map.of("t.square", new Square())),
        new Catalog<>(
            List.of(
                new Contribution<FineTuningModel<?>>("t.pass", "Pass", "", "", "t", new Pass()),
                new Contribution<FineTuningModel<?>>("t.layer", "Layer", "", "", "t", new Layer()),
                new Contribution<FineTuningModel<?>>(
                    "t.maps", "Maps only", "", "", "t", new MapsOnly()))),
        Catalog.of(Map.of("t.sigmoid", new Sigmoid())),
        Catalog.of(Map.of("t.savedmodel", new SavedEcho())),
        Catalog.of(Map.of("t.echo", engine)),
        BuiltInAugmentations.catalog(),
        new Catalog<>(
            List.of(
                new Contribution<SemiSupervised<?>>(
                    "t.views", "Two views", "", "", "t", new TwoViews(true)),
                new Contribution<SemiSupervised<?>>(
                    "t.sure", "Be sure", "", "", "t", new TwoViews(false)))),
        new Catalog<>(
            List.of(
                new Contribution<Trainer<?>>(
                    "t.simclr",
                    "SimCLR",
                    "Two views of an image are to be alike.",
                    "https://arxiv.org/abs/2002.05709",
                    "t",
                    new SimClr()),
                new Contribution<Trainer<?>>("t.vicreg", "VICReg", "", "", "t", new VicReg()),
                new Contribution<Trainer<?>>("t.detcon", "DetCon", "", "", "t", new DetCon()))));
  }

  /** A loss on unlabelled images that needs a strong view, or none. */
  private record TwoViews(boolean needsStrongView) implements SemiSupervised<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Node build(Ops ops, UnlabelledNodes unlabelled, NoParameters parameters) {
      return ops.mean(unlabelled.predictions(), false);
    }
  }
}
