// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;

/**
 * A folder whose image files are missing, all or some.
 *
 * @param name the folder as the paths of its images have it; empty for the image root
 * @param place where it should be
 * @param files number of image files it should have
 * @param missing number of those that are not there
 * @param example path of one that is not there
 */
public record MissingFolder(String name, Path place, int files, int missing, String example) {}
