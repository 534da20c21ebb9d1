// SPDX-License-Identifier: MIT
/**
 * What commands leave for people to look at: learning curves as table, picture and page. Start
 * reading at {@link org.patchwork.internal.cli.report.SimulationReport}. Pages hold everything they
 * show, so that one file can be sent around; their drawings are SVG in the colours of the page,
 * which follow the reader's light or dark setting.
 */
package org.patchwork.internal.cli.report;
