// SPDX-License-Identifier: MIT
/**
 * Labels of another project or label file, compared with those of the open project and brought in.
 * Start reading at {@link org.patchwork.project.merge.LabelMerge}. Values here are immutable;
 * {@link org.patchwork.project.merge.LabelSource} reads the disk, the comparison does not.
 */
package org.patchwork.project.merge;
