// SPDX-License-Identifier: MIT
/**
 * What is done with an open project and takes more than one service: the workbench and the command
 * line call the same class, so that they do the same and give the same numbers. Start reading at
 * {@link org.patchwork.workflow.ProjectPretraining}. Everything here takes time and reads the disk;
 * never call it on a display thread.
 */
package org.patchwork.workflow;
