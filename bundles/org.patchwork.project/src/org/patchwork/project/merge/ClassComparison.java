// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

/**
 * One class of another source against the class of the same name in the open project.
 *
 * @param name of the class
 * @param index of the class in the source
 * @param classId stable id in the open project, or null if there is no such class
 * @param fresh labels that are unknown in the open project
 * @param equal labels that are the same
 * @param onlyMine labels of the open project that the source does not know, on images it has
 * @param onOtherImages labels on images that the open project does not have
 * @param conflicts rows of the open project where the labels differ, ascending
 * @param mine label of the open project, one per conflict; theirs is the opposite
 */
public record ClassComparison(
    String name,
    int index,
    String classId,
    int fresh,
    int equal,
    int onlyMine,
    int onOtherImages,
    int[] conflicts,
    byte[] mine) {

  /** True if the class would be made. */
  public boolean added() {
    return classId == null;
  }
}
