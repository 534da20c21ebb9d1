// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.nio.file.Path;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.tensorflow.EncoderGraphModel;
import org.patchwork.internal.tensorflow.ExtractorGradient;
import org.patchwork.internal.tensorflow.GraphFunction;
import org.patchwork.internal.tensorflow.GraphModel;
import org.patchwork.internal.tensorflow.LiveGraphModel;
import org.patchwork.internal.tensorflow.SavedModelFunction;
import org.patchwork.internal.tensorflow.TensorFlowNative;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.InputGradient;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.network.NetworkFunction;

/**
 * TensorFlow on the CPU: networks are trained as graphs, SavedModels are predicted with by DJL.
 * Native code is loaded by the first call that needs it, which takes about a second.
 *
 * <p>Two runs with the same build, seed and data give the same weights and predictions, bit for
 * bit, on the same machine with the same number of cores.
 */
public final class TensorFlowEngine implements Engine {
  private String version;

  @Override
  public String version() {
    try {
      return "TensorFlow " + load();
    } catch (TrainingException e) {
      return "TensorFlow (not loaded)"; // whoever wants to compute gets the reason
    }
  }

  @Override
  public TrainableModel open(ModelBuild build) throws TrainingException {
    load();
    return GraphModel.open(build);
  }

  @Override
  public LiveModel openLive(LiveBuild build) throws TrainingException {
    load();
    return LiveGraphModel.open(build);
  }

  @Override
  public EncoderModel openEncoder(EncoderBuild build) throws TrainingException {
    load();
    return EncoderGraphModel.open(build);
  }

  @Override
  public InputGradient openGradient(FeatureExtractor extractor, NetworkFunction score)
      throws TrainingException {
    load();
    return ExtractorGradient.open(extractor, score);
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    load();
    return GraphFunction.compile(inputShape, function);
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call)
      throws TrainingException {
    load();
    return SavedModelFunction.open(directory, call);
  }

  private synchronized String load() throws TrainingException {
    if (version == null) {
      version = TensorFlowNative.load();
    }
    return version;
  }
}
