// SPDX-License-Identifier: MIT
/**
 * What finished runs have to say: how they differ in settings, curves and figures, which images
 * they judge differently, and how other tools get to see them.
 *
 * <p>Start reading at {@link org.patchwork.training.runs.RunComparison}. Everything is immutable or
 * stateless; what reads or writes folders says so and is not for a display thread.
 */
package org.patchwork.training.runs;
