// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchwork.core.ProjectFormatException;

/** The audit set of a project, {@code audit.json} in its folder. */
public final class AuditFile {
  /** Name of the file in the project folder. */
  public static final String NAME = "audit.json";

  private static final int FORMAT = 1;

  private AuditFile() {}

  /**
   * Writes the set, in the place of the one before.
   *
   * @param folder the project folder
   * @throws ProjectFormatException if it cannot be written
   */
  public static void write(AuditSet set, Path folder) throws ProjectFormatException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.put("seed", set.seed());
    root.put("population", set.population());
    root.put("focus", set.focusClassId());
    ArrayNode members = root.putArray("members");
    set.members()
        .forEach(
            member ->
                members
                    .addObject()
                    .put("path", member.path())
                    .put("probability", member.probability()));
    Path file = folder.resolve(NAME);
    Path written = folder.resolve(NAME + ".new");
    try {
      Files.write(written, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProjectFormatException(
          file + " cannot be written: " + e.getMessage() + ". Check free space and access rights.",
          e);
    }
  }

  /**
   * Reads the set of a project, if it has one.
   *
   * @param folder the project folder
   * @throws ProjectFormatException if the file cannot be read
   */
  public static Optional<AuditSet> read(Path folder) throws ProjectFormatException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (root.path("format").asInt() != FORMAT) {
        throw new ProjectFormatException(
            file + " is no audit set that this version of Patchwork reads; draw a new one.");
      }
      List<AuditSet.Member> members = new ArrayList<>();
      for (JsonNode node : root.path("members")) {
        members.add(
            new AuditSet.Member(node.path("path").asText(), node.path("probability").asDouble(1)));
      }
      return Optional.of(
          new AuditSet(
              root.path("seed").asLong(),
              root.path("population").asInt(),
              root.path("focus").asText(""),
              members));
    } catch (IOException e) {
      throw new ProjectFormatException(
          file + " cannot be read: " + e.getMessage() + ". Draw a new audit set.", e);
    }
  }
}
