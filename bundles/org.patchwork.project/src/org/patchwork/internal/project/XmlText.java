// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

/** What can be written to an XML 1.0 file, and so to the project file. */
public final class XmlText {
  private XmlText() {}

  /** Index of the first character that XML 1.0 cannot hold (section 2.2, production 2), or −1. */
  public static int firstUnwritable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!writable(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean writable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }
}
