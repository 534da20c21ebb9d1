// SPDX-License-Identifier: MIT
/** The arithmetic of label propagation, and what a finished propagation leaves on disk. */
package org.patchwork.internal.training.propagation;
