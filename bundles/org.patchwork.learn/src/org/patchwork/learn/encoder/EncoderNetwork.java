// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.nio.file.Path;
import org.patchwork.core.Algorithm;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * The architecture of an encoder.
 *
 * @param <P> parameter record
 */
public interface EncoderNetwork<P extends Record> extends Algorithm<P> {
  /**
   * Builds it.
   *
   * @param images {@code [n, h, w, c]}
   * @return feature maps {@code [n, h', w', d]}
   */
  Node build(Network network, Node images, P parameters) throws TrainingException;

  /**
   * The parameters with names of files made absolute; what is not absolute stands in the folder of
   * the project.
   */
  default P inFolder(P parameters, Path project) {
    return parameters;
  }
}
