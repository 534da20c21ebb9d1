// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.List;

/**
 * The data of a run.
 *
 * @param labelHash {@link DataHash} of the label table
 * @param featureSet id of the feature set
 * @param featureHash fingerprint of the features
 * @param featureShape shape of one row of features
 * @param classIds stable ids of the classes, in order
 * @param classNames their names at the time
 * @param exclusive true if exactly one class is present in an image
 * @param rows number of rows of the table
 * @param trainingRows rows that could be drawn: with at least one label, neither excluded nor held
 *     out
 * @param validationRows held-out rows with at least one label, not excluded
 */
public record RunData(
    String labelHash,
    String featureSet,
    String featureHash,
    List<Integer> featureShape,
    List<String> classIds,
    List<String> classNames,
    boolean exclusive,
    int rows,
    int trainingRows,
    int validationRows) {

  public RunData {
    featureShape = List.copyOf(featureShape);
    classIds = List.copyOf(classIds);
    classNames = List.copyOf(classNames);
  }
}
