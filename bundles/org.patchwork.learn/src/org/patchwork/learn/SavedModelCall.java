// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;

/**
 * Which function of a SavedModel to call, and with what. Compares arrays by identity; not meant as
 * a key.
 *
 * @param signature key of the signature, normally {@link #SERVING}
 * @param output name of the output to take; empty takes the only one, or of several the one whose
 *     name begins with {@code feature} or {@code embedding}
 * @param inputShape shape of one input, for a model that takes inputs of any size; empty takes the
 *     model's own
 */
public record SavedModelCall(String signature, String output, int... inputShape) {
  /** The signature that exporters write unless told otherwise. */
  public static final String SERVING = "serving_default";

  public SavedModelCall {
    inputShape = inputShape.clone();
  }

  /** The only output of a signature, with inputs as the model wants them. */
  public static SavedModelCall of(String signature) {
    return new SavedModelCall(signature, "");
  }

  /** The same call with inputs of this shape. */
  public SavedModelCall withInputShape(int... shape) {
    return new SavedModelCall(signature, output, shape);
  }

  @Override
  public int[] inputShape() {
    return inputShape.clone();
  }

  @Override
  public String toString() {
    return signature
        + (output.isEmpty() ? "" : ", output " + output)
        + (inputShape.length == 0 ? "" : ", input " + Arrays.toString(inputShape));
  }
}
