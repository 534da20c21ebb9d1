// SPDX-License-Identifier: MIT
package org.patchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.junit.jupiter.api.Test;

class GeneratedModelTest {
  @Test
  void theCodeIsThatOfTheModelFile() throws Exception {
    Path file = modelFile();
    EcorePackage.eINSTANCE.eClass();
    Resource resource =
        new EcoreResourceFactoryImpl().createResource(URI.createFileURI(file.toString()));
    resource.load(Map.of());
    EPackage written = (EPackage) resource.getContents().get(0);
    assertEquals(text(written), text(ModelPackage.eINSTANCE));
  }

  private static Path modelFile() {
    Path inBundle = Path.of("bundles", "org.patchwork.model", "model", "patchwork.ecore");
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve(inBundle))) {
      root = root.getParent();
    }
    return root.resolve(inBundle);
  }

  /** Classes and features, one a line. */
  private static String text(EPackage model) {
    StringBuilder text = new StringBuilder(model.getNsURI());
    for (EClassifier classifier : model.getEClassifiers()) {
      for (EStructuralFeature feature : ((EClass) classifier).getEStructuralFeatures()) {
        text.append('\n').append(classifier.getName()).append('.').append(feature.getName());
        text.append(' ')
            .append(feature.getEType().getName())
            .append(' ')
            .append(feature.getLowerBound());
        text.append("..")
            .append(feature.getUpperBound())
            .append(" = ")
            .append(feature.getDefaultValueLiteral());
        if (feature instanceof EReference reference && reference.isContainment()) {
          text.append(" contained");
        }
      }
    }
    return text.toString();
  }

  @Test
  void defaultsAreThoseOfAnEightBitColourImage() {
    ImageSettings settings = ModelFactory.eINSTANCE.createImageSettings();
    assertEquals(256, settings.getHeight());
    assertEquals(256, settings.getWidth());
    assertEquals(3, settings.getChannels());
    assertEquals(255, settings.getNorm());
  }

  @Test
  void aCopyPointsToItsOwnDesign() {
    Project project = ModelFactory.eINSTANCE.createProject();
    ModelDesign design = ModelFactory.eINSTANCE.createModelDesign();
    design.getOutput().put("smoothing", "0.1");
    project.getDesigns().add(design);
    project.setActiveDesign(design);
    Project copy = EcoreUtil.copy(project);
    assertEquals(copy.getDesigns().get(0), copy.getActiveDesign());
    assertEquals("0.1", copy.getActiveDesign().getOutput().get("smoothing"));
    copy.getActiveDesign().getOutput().removeKey("smoothing");
    assertNull(copy.getActiveDesign().getOutput().get("smoothing"));
    assertTrue(design.getOutput().containsKey("smoothing"));
  }
}
