// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.patchwork.model.LabelClass;
import org.patchwork.model.ModelFactory;

/**
 * What is stored about a class.
 *
 * @param number key of its labels in the database; never used again for another class
 * @param id stable id, {@code c} and the number: the same edits give the same ids
 * @param name unique among the classes
 * @param description may be empty
 * @param color {@code #rrggbb}
 * @param hotKey one character, or empty
 */
public record ClassDefinition(
    int number, String id, String name, String description, String color, String hotKey) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ClassDefinition named(
      int number, String name, String description, String color, String hotKey) {
    return new ClassDefinition(number, "c" + number, name, description, color, hotKey);
  }

  /** As the project model shows it; a new object each time. */
  public LabelClass toModel() {
    LabelClass result = ModelFactory.eINSTANCE.createLabelClass();
    result.setId(id);
    result.setName(name);
    result.setDescription(description);
    result.setColor(color);
    result.setHotKey(hotKey.isEmpty() ? null : hotKey);
    return result;
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A class cannot be written as JSON: " + this, e);
    }
  }

  static ClassDefinition fromJson(byte[] json) {
    try {
      return JSON.readValue(json, ClassDefinition.class);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("The event log holds a class that is no JSON", e);
    }
  }
}
