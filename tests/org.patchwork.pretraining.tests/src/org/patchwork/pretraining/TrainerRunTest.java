// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.Catalog;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;

/** What the loop does for a trainer that asks for everything there is. */
class TrainerRunTest {
  private static final int IMAGES = 20;

  @TempDir private Path folder;

  /** Each image has the colour of its number. */
  private static final class Numbers implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset) {
      Arrays.fill(target, offset, offset + input.values(), index / 100f);
    }
  }

  /** Wants two piles, a small view, an input, rehearsals, turns, and remembers its epochs. */
  public static final class Demanding implements Trainer<Demanding.Parameters> {
    /** None. */
    public record Parameters() {}

    final List<Integer> begun = new ArrayList<>();
    final Set<Integer> seenInSecondPile = ConcurrentHashMap.newKeySet();
    final Set<String> small = ConcurrentHashMap.newKeySet();
    final Set<Boolean> augmented = ConcurrentHashMap.newKeySet();

    @Override
    public Class<Parameters> parameterType() {
      return Parameters.class;
    }

    @Override
    public TrainerRun open(Parameters parameters, TrainerContext context) {
      return new Run();
    }

    private final class Run implements TrainerRun {
      private float remembered;

      @Override
      public List<View> views() {
        return List.of(View.FULL, new View(0.5, "none", 0), new View(1, "", 1));
      }

      @Override
      public EncoderLoss build(EncoderTowers towers) {
        throw new UnsupportedOperationException("the engine of this test builds nothing");
      }

      @Override
      public int goal(long step) {
        return (int) (step % 2);
      }

      @Override
      public int rehearsals(int most) {
        return most;
      }

      @Override
      public int epochSize(int images) {
        return images / 2;
      }

      @Override
      public int[] order(int stream, int epoch, int[] rows, RandomGenerator random) {
        return stream == 0 ? new int[] {epoch, epoch + 1, (int) remembered} : new int[] {19};
      }

      @Override
      public ImagePatch view(int number, StepImage image, Augmenter augmenter) {
        if (number == 1) {
          small.add(image.plain().height() + "");
          augmented.add(!augmenter.isEmpty());
        }
        if (image.stream() == 1) {
          seenInSecondPile.add(image.row());
        }
        return augmenter.apply(image.plain(), image.seeds()[number]);
      }

      @Override
      public void fill(StepImage image, String input, float[] values, int offset) {
        assertEquals("row", input);
        values[offset] = image.row();
      }

      @Override
      public Map<String, Double> beginEpoch(
          int epoch, EncoderAccess access, IProgressMonitor monitor) throws PatchworkException {
        begun.add(epoch);
        float[][] features = access.features(new int[] {3}, monitor);
        assertEquals(0.03, features[0][0], 1e-6);
        remembered += 5;
        return Map.of("mutual_information", 0.25 * epoch);
      }

      /** The first values of five images, which are more than a batch. */
      @Override
      public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
          throws PatchworkException, IOException {
        float[][] values = access.outputs("first value", new int[] {3, 7, 1, 0, 19}, monitor);
        float[] row = new float[5];
        for (int i = 0; i < 5; i++) {
          assertEquals(1, values[i].length);
          row[i] = values[i][0];
        }
        assertArrayEquals(new float[] {.03f, .07f, .01f, 0, .19f}, row, 1e-6f);
        pictures.add("first", new ImagePatch(1, 5, 1, row));
      }

      @Override
      public Map<String, float[]> state() {
        return Map.of("remembered", new float[] {remembered});
      }

      @Override
      public void restore(Map<String, float[]> state) throws TrainingException {
        remembered = state.get("remembered")[0];
      }
    }
  }

  private final Demanding trainer = new Demanding();
  private final PlainEngine engine = new PlainEngine();

  private PretrainingRecord train(String name, Map<String, Object> more, IProgressMonitor monitor)
      throws PatchworkException {
    Algorithms algorithms =
        new Algorithms(
            Catalog.of(Map.of("plain", engine)),
            BuiltInAugmentations.catalog(),
            Catalog.<Trainer<?>>of(Map.of("demanding", trainer)));
    Map<String, Object> values =
        new HashMap<>(Map.of("epochs", 2, "batchSize", 4, "size", 8, "probeImages", 0));
    values.putAll(more);
    PretrainingSpec spec =
        new PretrainingSpec(
            "demanding",
            Map.of(),
            "small",
            Map.of(),
            ParameterSchema.of(PretrainingParameters.class).create(values));
    return new PretrainingService(algorithms, InstantSource.fixed(Instant.EPOCH))
        .train(
            spec,
            new PretrainingData(new Numbers(), LabelTable.empty(), 255),
            folder.resolve(name),
            PretrainingListener.NONE,
            monitor);
  }

  @Test
  void theTrainerSaysWhatIsSeenAndHowOften() throws Exception {
    PretrainingRecord record = train("run", Map.of(), new NullProgressMonitor());
    assertEquals(5, record.epochs().get(2).steps() + 1, "half of 20 images in batches of 4, twice");
    assertEquals(List.of(0, 1), trainer.begun);
    assertArrayEquals(new float[] {0, 1, 5, 0}, engine.seen.get(0), "from the start again");
    assertArrayEquals(new float[] {1, 5, 0, 1}, engine.seen.get(1));
    assertArrayEquals(new float[] {1, 2, 10, 1}, engine.seen.get(2), "what it remembers by now");
    assertEquals(Set.of(19), trainer.seenInSecondPile);
    assertEquals(Set.of(false), trainer.augmented, "none switches the augmentation off");
    assertEquals(List.of(0, 1, 0, 1), engine.goals);
    assertEquals(0.25, record.epochs().get(2).measures().get("mutual_information"));
  }

  @Test
  void picturesOfEachEpochAreFiles() throws Exception {
    train("run", Map.of(), new NullProgressMonitor());
    for (int epoch = 0; epoch <= 2; epoch++) {
      Path file = folder.resolve("run/pictures/epoch-00" + epoch + "-first.png");
      BufferedImage picture = ImageIO.read(file.toFile());
      assertEquals(Math.round(.19f * 255), picture.getRGB(4, 0) & 255);
    }
  }

  @Test
  void goalsTakeTurnsByStepsOfTheOptimiser() throws Exception {
    train("run", Map.of("accumulate", 2), new NullProgressMonitor());
    assertEquals(List.of(0, 0, 1, 1), engine.goals);
  }

  /** Cancels when so many steps were reported. */
  private static final class Impatient extends NullProgressMonitor {
    private int patience;

    Impatient(int patience) {
      this.patience = patience;
    }

    @Override
    public void subTask(String name) {
      if (name.contains("step") && --patience == 0) {
        setCanceled(true);
      }
    }
  }

  @Test
  void whatItRemembersSurvivesABreakAndNoEpochBeginsTwice() throws Exception {
    train("whole", Map.of(), new NullProgressMonitor());
    List<float[]> whole = List.copyOf(engine.seen);
    engine.seen.clear();
    trainer.begun.clear();
    for (int patience : new int[] {1, 2}) {
      assertThrows(
          OperationCanceledException.class,
          () -> train("broken", Map.of(), new Impatient(patience)));
    }
    train("broken", Map.of(), new NullProgressMonitor());
    assertEquals(List.of(0, 1), trainer.begun);
    assertEquals(whole.size(), engine.seen.size());
    for (int i = 0; i < whole.size(); i++) {
      assertArrayEquals(whole.get(i), engine.seen.get(i), "step " + i);
    }
    assertEquals(
        Files.readString(folder.resolve("whole/model/weight.txt")),
        Files.readString(folder.resolve("broken/model/weight.txt")));
  }

  @Test
  void anEpochOfTooFewImagesIsRefused() {
    TrainingException problem =
        assertThrows(
            TrainingException.class,
            () -> train("run", Map.of("batchSize", 16), new NullProgressMonitor()));
    assertTrue(problem.getMessage().contains("10 images"), problem.getMessage());
    assertFalse(Files.exists(folder.resolve("run")), "nothing was begun");
    assertEquals(new HashSet<>(), trainer.seenInSecondPile);
  }
}
