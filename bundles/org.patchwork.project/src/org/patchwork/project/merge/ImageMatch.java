// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

/** How an image of another source is recognised. */
public enum ImageMatch {
  /** By the path as it is written, else by the file it means. */
  PATH,

  /**
   * By file name, with the window if it is one; for projects over copies of the same images. Names
   * that occur more than once on either side match nothing.
   */
  NAME
}
