// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.patchwork.model.LabelClass;
import org.patchwork.model.ModelFactory;
import org.patchwork.project.classes.ClassRelation;

/**
 * What is stored about a class.
 *
 * @param number key of its labels in the database; never used again for another class
 * @param id stable id, {@code c} and the number: the same edits give the same ids
 * @param name unique among the classes
 * @param description may be empty
 * @param color {@code #rrggbb}
 * @param hotKey one character, or empty
 * @param exclusionGroup name of its exclusion group, or empty
 * @param parent id of the class of which it is a kind, or empty
 * @param goal number of images in which it is to be found, 0 for no goal
 * @param examples rows of images that show what it means, the best first
 */
public record ClassDefinition(
    int number,
    String id,
    String name,
    String description,
    String color,
    String hotKey,
    String exclusionGroup,
    String parent,
    int goal,
    List<Integer> examples) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ClassDefinition {
    exclusionGroup = exclusionGroup == null ? "" : exclusionGroup; // events of earlier versions
    parent = parent == null ? "" : parent;
    examples = examples == null ? List.of() : List.copyOf(examples);
  }

  static ClassDefinition named(
      int number, String name, String description, String color, String hotKey) {
    return new ClassDefinition(
        number, "c" + number, name, description, color, hotKey, "", "", 0, List.of());
  }

  ClassDefinition withLook(
      String newName, String newDescription, String newColor, String newHotKey) {
    return new ClassDefinition(
        number,
        id,
        newName,
        newDescription,
        newColor,
        newHotKey,
        exclusionGroup,
        parent,
        goal,
        examples);
  }

  ClassDefinition withExclusionGroup(String group) {
    return new ClassDefinition(
        number, id, name, description, color, hotKey, group, parent, goal, examples);
  }

  ClassDefinition withParent(String parentId) {
    return new ClassDefinition(
        number, id, name, description, color, hotKey, exclusionGroup, parentId, goal, examples);
  }

  ClassDefinition withGoal(int newGoal) {
    return new ClassDefinition(
        number, id, name, description, color, hotKey, exclusionGroup, parent, newGoal, examples);
  }

  ClassDefinition withExamples(List<Integer> rows) {
    return new ClassDefinition(
        number, id, name, description, color, hotKey, exclusionGroup, parent, goal, rows);
  }

  ClassRelation relation() {
    return new ClassRelation(id, name, exclusionGroup, parent);
  }

  /** As the project model shows it; a new object each time. */
  public LabelClass toModel() {
    LabelClass result = ModelFactory.eINSTANCE.createLabelClass();
    result.setId(id);
    result.setName(name);
    result.setDescription(description);
    result.setColor(color);
    result.setHotKey(hotKey.isEmpty() ? null : hotKey);
    result.setExclusionGroup(exclusionGroup.isEmpty() ? null : exclusionGroup);
    result.setParent(parent.isEmpty() ? null : parent);
    result.setGoal(goal);
    result.getExamples().addAll(examples);
    return result;
  }

  byte[] toJson() {
    return json(this);
  }

  static ClassDefinition fromJson(byte[] json) {
    try {
      return JSON.readValue(json, ClassDefinition.class);
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException("The event log holds a class that is no JSON", e);
    }
  }

  /** The examples as the table of classes holds them. */
  String examplesText() {
    return examples.isEmpty()
        ? ""
        : new String(json(examples), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Examples from the table of classes; a text that is none counts as no examples. */
  static List<Integer> examples(String text) {
    try {
      return text.isEmpty() ? List.of() : JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      return List.of(); // examples are an aid; a project must open without them
    }
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A class cannot be written as JSON: " + value, e);
    }
  }
}
