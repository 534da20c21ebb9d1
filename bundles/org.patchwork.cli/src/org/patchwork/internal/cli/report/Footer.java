// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.patchwork.cli.CommandContext;

/** The last line of a page: what made it, and when. */
public final class Footer {
  private Footer() {}

  /** {@code Patchwork 0.1.0, 22 November 2026, 14:05}. */
  public static String of(CommandContext context) {
    String time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .withZone(ZoneId.systemDefault())
            .format(context.clock().instant());
    return "Patchwork " + context.version() + ", " + time;
  }
}
