// SPDX-License-Identifier: MIT
/** Systematic sampling, an example of a plug-in for Patchwork. Stateless; any thread. */
package com.example.patchwork.systematic;
