// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.AugmentationOperation;
import org.patchwork.model.ModelDesign;
import org.patchwork.model.ModelFactory;
import org.patchwork.model.Project;

class ProjectFileTest {
  @TempDir Path folder;

  private static Project project() {
    Project project = ModelDefaults.complete(ModelFactory.eINSTANCE.createProject());
    project.setName("smears \"1\" & more <2>\n漢");
    project.setImageRoot("../images");
    project.setFormatVersion(ProjectFile.VERSION);
    project
        .getSchema()
        .getClasses()
        .add(ClassDefinition.named(2, "cat", "a cat", "#112233", "1").toModel());
    ModelDesign design = ModelFactory.eINSTANCE.createModelDesign();
    design.setName("default");
    design.setFineTuningId("org.patchwork.learn.algorithms.dense");
    design.getFineTuning().put("hidden", "64");
    project.getDesigns().add(design);
    project.setActiveDesign(design);
    project.getPlan().getParameters().put("epochs", "10");
    AugmentationOperation zoom = ModelFactory.eINSTANCE.createAugmentationOperation();
    zoom.setName("zoomScale");
    zoom.setValue(0.2);
    project.getAugmentation().getOperations().add(zoom);
    return project;
  }

  private String text() throws Exception {
    return Files.readString(folder.resolve(ProjectFile.FILE_NAME));
  }

  private void setText(String text) throws Exception {
    Files.writeString(folder.resolve(ProjectFile.FILE_NAME), text);
  }

  @Test
  void everythingComesBack() throws Exception {
    ProjectFile file = new ProjectFile(folder);
    Project project = project();
    file.write(project);
    Project again = file.read().model();
    assertTrue(EcoreUtil.equals(project, again), () -> again.toString());
    assertEquals("default", again.getActiveDesign().getName());
    assertEquals(List.of(folder.resolve(ProjectFile.FILE_NAME)), Files.list(folder).toList());
  }

  @Test
  void aNewerVersionIsRefused() throws Exception {
    ProjectFile file = new ProjectFile(folder);
    file.write(project());
    setText(text().replace("formatVersion=\"1\"", "formatVersion=\"7\" somethingNew=\"x\""));
    ProjectFormatException e = assertThrows(ProjectFormatException.class, file::read);
    assertTrue(e.getMessage().contains("format 7"), e.getMessage());
    assertTrue(e.getMessage().contains("up to 1"), e.getMessage());
    assertTrue(e.getMessage().contains("Update Patchwork"), e.getMessage());
  }

  @Test
  void anOlderVersionIsLiftedStepByStepAndKept() throws Exception {
    new ProjectFile(folder).write(project());
    setText(text().replace("annotator=\"\"", "labeller=\"anna\""));
    List<Migration> migrations =
        List.of(
            new Migration(
                1,
                document -> {
                  var root = document.getDocumentElement();
                  root.setAttribute("annotator", root.getAttribute("labeller"));
                  root.removeAttribute("labeller");
                }),
            new Migration(
                2,
                document -> {
                  var root = document.getDocumentElement();
                  root.setAttribute(
                      "annotator",
                      root.getAttribute("annotator").toUpperCase(java.util.Locale.ROOT));
                }));
    ProjectFile file = new ProjectFile(folder, 3, migrations);
    ProjectFile.Content content = file.read();
    assertEquals("ANNA", content.model().getAnnotator());
    assertTrue(file.outdated(content));
    file.upgrade(content);
    assertFalse(file.outdated(file.read()));
    assertEquals(3, file.read().model().getFormatVersion());
    assertTrue(Files.readString(folder.resolve("project.patchwork.v1")).contains("labeller"));
  }

  @Test
  void anOlderVersionWithoutMigrationIsRefused() throws Exception {
    new ProjectFile(folder).write(project());
    ProjectFormatException e =
        assertThrows(
            ProjectFormatException.class, () -> new ProjectFile(folder, 2, List.of()).read());
    assertTrue(e.getMessage().contains("older version first"), e.getMessage());
  }

  @Test
  void damagedFilesAreNamed() throws Exception {
    ProjectFile file = new ProjectFile(folder);
    file.write(project());
    String good = text();
    for (String bad :
        List.of(
            good.substring(0, good.length() / 2),
            "",
            "<a/>",
            good.replace("formatVersion=\"1\"", ""),
            good.replace("annotator", "unknownThing"))) {
      setText(bad);
      ProjectFormatException e = assertThrows(ProjectFormatException.class, file::read);
      assertTrue(
          e.getMessage().contains(folder.resolve(ProjectFile.FILE_NAME).toString()),
          e.getMessage());
    }
  }

  @Test
  void noEntitiesAreFollowed() throws Exception {
    ProjectFile file = new ProjectFile(folder);
    file.write(project());
    setText(
        text().replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
    assertThrows(ProjectFormatException.class, file::read);
  }
}
