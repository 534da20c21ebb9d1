// SPDX-License-Identifier: MIT
/**
 * The contracts of the extension points as checks, for the tests of those who implement them.
 * Subclass one in a test of any framework and call {@code verify()}: it throws an {@link
 * java.lang.AssertionError} that names the rule that is broken.
 *
 * <pre>
 * class OldestFirstTest extends SamplerConformance&lt;OldestFirst.Parameters&gt; {
 *   &#64;Override
 *   protected Sampler&lt;OldestFirst.Parameters&gt; algorithm() {
 *     return new OldestFirst();
 *   }
 *
 *   &#64;Test
 *   void keepsTheContract() throws Exception {
 *     verify();
 *   }
 * }
 * </pre>
 *
 * <p>Losses and models are run by {@link org.patchwork.learn.conformance.ReferenceNetwork}, a slow
 * and exact implementation of the network language in plain Java, so no engine is needed. Not for
 * use outside tests.
 */
package org.patchwork.learn.conformance;
