// SPDX-License-Identifier: MIT
package org.patchwork.core;

/** The parameter record of an algorithm that has nothing to set. */
public record NoParameters() {}
