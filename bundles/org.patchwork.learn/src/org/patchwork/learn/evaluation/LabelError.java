// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

/**
 * A label that the model contradicts.
 *
 * @param row row of the table
 * @param classId class of the label; where classes are exclusive, the one labelled present
 * @param given the label: present or absent
 * @param suggestedId where classes are exclusive, the class the model takes it for; else the class
 *     itself, whose label would be the other one
 * @param probability what the model gives the label, without having seen it, calibrated
 * @param quality the lower, the more likely the label is wrong: {@code probability}, less that of
 *     the suggested class where classes are exclusive; in [−1, 1]
 * @param confident true if the model is surer of the other label than it is on average where that
 *     label was given
 */
public record LabelError(
    int row,
    String classId,
    byte given,
    String suggestedId,
    double probability,
    double quality,
    boolean confident) {}
