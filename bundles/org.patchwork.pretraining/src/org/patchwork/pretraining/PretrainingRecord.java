// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.ParameterSchema;

/**
 * {@code run.json} of a run: everything it takes to repeat it, and what came out so far.
 *
 * @param format version of this record
 * @param trainer full id
 * @param trainerParameters all parameters by name
 * @param network full id
 * @param networkParameters all parameters by name
 * @param parameters all parameters by name
 * @param images number of images it is trained on
 * @param imagesHash fingerprint of their paths
 * @param engine name and version
 * @param trainedWeights number of weights that are trained, the head of the trainer included
 * @param featureShape height, width and channels of the features of one image
 * @param started ISO 8601
 * @param epochs the epochs so far, number 0 first
 * @param skipped problems of images that could not be read; others took their places
 * @param finished whether all epochs are there
 */
public record PretrainingRecord(
    int format,
    String trainer,
    Map<String, Object> trainerParameters,
    String network,
    Map<String, Object> networkParameters,
    Map<String, Object> parameters,
    int images,
    String imagesHash,
    String engine,
    long trainedWeights,
    List<Integer> featureShape,
    String started,
    List<PretrainingEpoch> epochs,
    List<String> skipped,
    boolean finished) {
  /** The version that is written. */
  public static final int FORMAT = 1;

  /** The same with what came out since. */
  public PretrainingRecord with(
      List<PretrainingEpoch> now, List<String> skippedNow, boolean finishedNow) {
    return new PretrainingRecord(
        format,
        trainer,
        trainerParameters,
        network,
        networkParameters,
        parameters,
        images,
        imagesHash,
        engine,
        trainedWeights,
        featureShape,
        started,
        List.copyOf(now),
        List.copyOf(skippedNow),
        finishedNow);
  }

  /**
   * What it takes to go on with it, or to do it again.
   *
   * @throws IllegalArgumentException if a setting is not known to this version; says which
   */
  public PretrainingSpec spec() {
    return new PretrainingSpec(
        trainer,
        trainerParameters,
        network,
        networkParameters,
        ParameterSchema.of(PretrainingParameters.class).create(parameters));
  }

  /**
   * All settings in one list, as TensorBoard and MLflow take them, those of method and network with
   * {@code method.} and {@code network.} before their names; empty ones are left out.
   */
  public Map<String, Object> settings() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("method", shortId(trainer));
    values.put("network", shortId(network));
    trainerParameters.forEach((name, value) -> values.put("method." + name, value));
    networkParameters.forEach((name, value) -> values.put("network." + name, value));
    values.putAll(parameters);
    values.values().removeIf(value -> value.toString().isEmpty());
    return values;
  }

  private static String shortId(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  private static PretrainingParameters general(PretrainingRecord record) {
    return ParameterSchema.of(PretrainingParameters.class).create(record.parameters);
  }

  /** True if a run with the settings of the other goes on from this one. */
  public boolean sameRun(PretrainingRecord other) {
    return trainer.equals(other.trainer)
        && trainerParameters.toString().equals(other.trainerParameters.toString())
        && network.equals(other.network)
        && networkParameters.toString().equals(other.networkParameters.toString())
        && general(this).sameTraining(general(other))
        && images == other.images
        && imagesHash.equals(other.imagesHash);
  }
}
