// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import java.nio.file.Path;

/**
 * Makes the sample that ships with the product anew. Needs the Debian package {@code
 * dataset-fashion-mnist}. The only argument is the folder: {@code
 * bundles/org.patchwork.project/src/org/patchwork/project/sample/fashion}.
 */
final class MakeShippedSample {
  static final int PER_CLASS = 200;
  static final long SEED = 2017;

  private MakeShippedSample() {}

  public static void main(String[] arguments) throws Exception {
    new FashionMnist(FashionMnist.DEBIAN_FOLDER)
        .writeSample(Path.of(arguments[0]), PER_CLASS, SEED);
  }
}
