// SPDX-License-Identifier: MIT
/** Linear algebra that more than one bundle needs, in plain Java. Pure functions. */
package org.patchwork.learn.linear;
