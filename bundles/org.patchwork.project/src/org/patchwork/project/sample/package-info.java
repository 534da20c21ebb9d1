// SPDX-License-Identifier: MIT
/**
 * Images to try Patchwork with: 2,000 of Fashion-MNIST that come with the product, and all 70,000
 * from the package of a Debian-like system. Start reading at {@link
 * org.patchwork.project.sample.SampleData}.
 *
 * <p>Methods read and write files; call them off the display thread.
 */
package org.patchwork.project.sample;
