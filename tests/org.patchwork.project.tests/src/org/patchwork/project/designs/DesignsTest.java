// SPDX-License-Identifier: MIT
package org.patchwork.project.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.StoredDesign;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;
import org.patchwork.project.Access;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

class DesignsTest {
  private final Project project = ModelFactory.eINSTANCE.createProject();
  private final Designs designs = new Designs(project);

  private static StoredDesign design(String name, String layers) {
    return new StoredDesign(
        name,
        "a.convnet",
        Map.of("layers", layers),
        "a.sigmoid",
        Map.of(),
        "a.asymmetric",
        Map.of("margin", "0.1"),
        "balanced");
  }

  private List<String> names() {
    return designs.all().stream().map(StoredDesign::name).toList();
  }

  @Test
  void whatIsPutIsFound() {
    designs.add(design("Deep", "8,8"));
    assertEquals(design("Deep", "8,8"), designs.require("deep"));
    designs.put(design("Deep", "9"));
    assertEquals("9", designs.require("Deep").fineTuning().get("layers"));
    assertEquals(List.of("Deep"), names());
  }

  @Test
  void anEmptyLossIsThatOfTheOutput() {
    designs.add(
        new StoredDesign("Plain", "a.pooling", Map.of(), "a.sigmoid", Map.of(), "", Map.of(), ""));
    assertEquals("", designs.require("Plain").lossId());
    assertEquals("", designs.require("Plain").classWeights());
  }

  @Test
  void aNameIsGivenOnce() {
    designs.add(design("Deep", "8"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> designs.add(design("deep", "9")))
            .getMessage();
    assertTrue(message.contains("already"), message);
    assertThrows(IllegalArgumentException.class, () -> designs.add(design(" ", "9")));
    assertEquals("Deep 2", designs.freeName("Deep"));
    designs.add(design("Deep 2", "8"));
    assertEquals("Deep 3", designs.freeName("Deep"));
    assertEquals("Flat", designs.freeName("Flat"));
  }

  @Test
  void renamingKeepsTheDesignInUse() {
    designs.add(design("Deep", "8"));
    designs.use("Deep");
    designs.rename("Deep", "deep");
    designs.rename("deep", "Deeper");
    assertEquals("Deeper", designs.active().orElseThrow().name());
    designs.add(design("Flat", "8"));
    assertThrows(IllegalArgumentException.class, () -> designs.rename("Flat", "deeper"));
  }

  @Test
  void withoutTheDesignInUseTheOneBeforeItIsUsed() {
    designs.add(design("A", "1"));
    designs.add(design("B", "2"));
    designs.add(design("C", "3"));
    designs.use("B");
    designs.remove("C");
    assertEquals("B", designs.active().orElseThrow().name());
    designs.remove("B");
    assertEquals("A", designs.active().orElseThrow().name());
    designs.remove("A");
    assertTrue(designs.active().isEmpty());
  }

  @Test
  void whatIsNotThereIsSaid() {
    designs.add(design("Deep", "8"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> designs.use("Flat")).getMessage();
    assertEquals("The project has no design \"Flat\"; it has Deep.", message);
  }

  @Test
  void aProjectKeepsItsDesigns(@TempDir Path folder) throws Exception {
    try (ProjectSession session =
        ProjectSession.create(folder, new NewProject("p"), new NullProgressMonitor())) {
      session
          .updateSettings(
              model -> {
                new Designs(model).add(design("Deep", "8,p"));
                new Designs(model).use("Deep");
              })
          .get();
    }
    try (ProjectSession session =
        ProjectSession.open(folder, Access.READ_ONLY, new NullProgressMonitor())) {
      assertEquals(design("Deep", "8,p"), new Designs(session.model()).active().orElseThrow());
    }
  }
}
