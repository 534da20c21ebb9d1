// SPDX-License-Identifier: MIT
package org.patchwork.core;

/**
 * One entry of a {@link Catalog}: an implementation with what its plug-in says about it.
 *
 * @param id unique, dotted, stable; stored in designs and run records
 * @param name shown in menus, translatable
 * @param description one or two sentences for tooltips and {@code --help}
 * @param paper address of the paper or page that defines it, or an empty string
 * @param contributor symbolic name of the bundle it comes from
 * @param instance the implementation; stateless, shared between threads
 * @param <T> contract of the extension point
 */
public record Contribution<T>(
    String id, String name, String description, String paper, String contributor, T instance) {

  /** The last segment of the id, by which the command line lets users name it: {@code margin}. */
  public String shortId() {
    return id.substring(id.lastIndexOf('.') + 1);
  }
}
