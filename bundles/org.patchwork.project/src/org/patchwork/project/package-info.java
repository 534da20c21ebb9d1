// SPDX-License-Identifier: MIT

/**
 * The open project: edits with undo, queries, snapshots, the SQLite store, import and export. The
 * only writer of model and labels.
 */
package org.patchwork.project;
