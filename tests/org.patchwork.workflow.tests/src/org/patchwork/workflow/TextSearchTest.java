// SPDX-License-Identifier: MIT
package org.patchwork.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.pretraining.TextModel;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** Words against greys: texts of one letter mean bright, all others dark. */
class TextSearchTest {
  private static final int IMAGES = 5;

  @TempDir private Path folder;
  private ProjectSession session;
  private int embedded;

  /** Models whose embeddings are a direction between dark and bright. */
  private final class Directions implements Engine {
    @Override
    public String version() {
      return "Directions 1";
    }

    @Override
    public TrainableModel open(ModelBuild build) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompiledFunction compile(int[] inputShape, NetworkFunction function) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompiledFunction openSavedModel(Path directory, SavedModelCall call) {
      boolean texts = directory.endsWith(TextModel.TEXT_MODEL);
      return new CompiledFunction() {
        @Override
        public int[] inputShape() {
          return texts ? new int[] {4} : new int[] {1, 1, 1};
        }

        @Override
        public int[] outputShape() {
          return new int[] {2};
        }

        @Override
        public void apply(float[] inputs, int count, float[] outputs) {
          for (int i = 0; i < count; i++) {
            float bright = texts ? inputs[4 * i + 2] == 2 ? 1 : 0 : inputs[i];
            outputs[2 * i] = (float) Math.cos(bright);
            outputs[2 * i + 1] = (float) Math.sin(bright);
            embedded += texts ? 0 : 1;
          }
        }

        @Override
        public void close() {
          // nothing is held
        }
      };
    }
  }

  @BeforeEach
  void makeProject() throws Exception {
    session =
        ProjectSession.create(
            folder.resolve("project"), new NewProject("pile"), new NullProgressMonitor());
    for (int i = 0; i < IMAGES; i++) {
      BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
      for (int p = 0; p < 16; p++) {
        image.setRGB(p % 4, p / 4, i * 0x303030);
      }
      ImageIO.write(image, "png", session.folder().resolve(i + ".png").toFile());
    }
    session.apply(
        new Edit.AddImages(
            IntStream.range(0, IMAGES)
                .mapToObj(i -> new ImageEntry(i + ".png", null, null, i == 4, false))
                .toList()),
        new EditOrigin("tester", "test"));
  }

  @AfterEach
  void closeProject() throws Exception {
    session.close();
  }

  private void writeRun(String name, String graph) throws Exception {
    Path run = ProjectPretraining.runs(session).folder(name);
    Files.createDirectories(run.resolve(TextModel.TEXT_MODEL));
    Path model = Files.createDirectories(run.resolve(TextModel.IMAGE_MODEL));
    Files.writeString(model.resolve("saved_model.pb"), graph);
    Files.writeString(
        run.resolve(TextModel.TOKENIZER), "{\"kind\":\"patchwork-byte-pairs-1\",\"pairs\":[]}");
    Files.writeString(run.resolve("run.json"), "{}");
  }

  private TextSearch search() {
    Algorithms algorithms =
        new Algorithms(
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            Catalog.<FeatureExtractorType<?>>of(
                Map.of("savedmodel", new SavedExtractor(new InputSpec(1, 1, 1, 255)))),
            Catalog.of(Map.of("engine", new Directions())));
    return new TextSearch(session, new ImageLoader(BuiltInReaders.catalog()), algorithms);
  }

  private TextSearch.Found find(String run, String text, int count) throws PatchworkException {
    return search().find(run, text, count, new NullProgressMonitor());
  }

  @Test
  void theNearestComeFirstAndExcludedOnesNever() throws Exception {
    writeRun("words", "graph");
    assertEquals(List.of("words"), TextSearch.runs(session));
    TextSearch.Found bright = find("", "b", 9);
    assertEquals("words", bright.run());
    assertArrayEquals(new int[] {3, 2, 1, 0}, bright.rows());
    assertArrayEquals(new int[] {0, 1}, find("", "dark", 2).rows());
    assertTrue(bright.cosines()[0] > bright.cosines()[3]);
  }

  @Test
  void imagesAreEmbeddedOnceForEachModel() throws Exception {
    writeRun("words", "graph");
    find("words", "b", 1);
    int once = embedded;
    find("words", "dark", 1);
    assertEquals(once, embedded, "kept");
    writeRun("words", "graph that has learnt more");
    find("words", "b", 1);
    assertTrue(embedded > once, "made anew");
  }

  @Test
  void withoutARunItSaysHowToGetOne() throws Exception {
    TrainingException none = assertThrows(TrainingException.class, () -> find("", "b", 1));
    assertTrue(none.getMessage().contains("Pre-train with clip"), none.getMessage());
    writeRun("one", "graph");
    writeRun("two", "graph");
    TrainingException which = assertThrows(TrainingException.class, () -> find("", "b", 1));
    assertTrue(which.getMessage().contains("one, two"), which.getMessage());
    TrainingException empty = assertThrows(TrainingException.class, () -> find("one", " ", 1));
    assertTrue(empty.getMessage().contains("what to look for"), empty.getMessage());
  }
}
