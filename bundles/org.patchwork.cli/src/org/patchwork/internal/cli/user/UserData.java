// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.util.BitSet;
import org.patchwork.core.LabelTable;

/**
 * What the user labels.
 *
 * @param truth the answers, with the names of the classes as their ids
 * @param exclusive true if exactly one class is present in an image
 * @param test rows to measure the model on
 */
record UserData(LabelTable truth, boolean exclusive, BitSet test) {}
