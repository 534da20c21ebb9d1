// SPDX-License-Identifier: MIT
/** Commands about the augmentation of training images. */
package org.patchwork.internal.cli.commands.augmentation;
