// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;

/**
 * Says where images are now.
 *
 * @param from beginning of the paths of the images, without a slash behind; empty for the image
 *     root, which is all relative paths
 * @param to the folder that takes its place
 */
public record FolderMove(String from, Path to) {}
