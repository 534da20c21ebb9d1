// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImagePatch;

class AugmenterTest {
  private static final Catalog<Augmentation<?>> CATALOG = BuiltInAugmentations.catalog();

  private static ImagePatch image(int height, int width, int channels) {
    SplittableRandom random = new SplittableRandom(3);
    float[] values = new float[height * width * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return new ImagePatch(height, width, channels, values);
  }

  private static Augmenter augmenter(String text) {
    return Augmenter.of(CATALOG, AugmentationText.parse(text));
  }

  @ParameterizedTest
  @EnumSource
  void everyPresetGivesImagesInRange(AugmentationPreset preset) {
    Augmenter augmenter = Augmenter.of(CATALOG, preset.spec());
    ImagePatch image = image(24, 24, 3);
    boolean changed = false;
    for (long seed = 0; seed < 30; seed++) {
      ImagePatch augmented = augmenter.apply(image, seed);
      for (float value : augmented.values()) {
        assertTrue(value >= 0 && value <= 1, () -> preset + " gives " + value);
      }
      changed |= !Arrays.equals(image.values(), augmented.values());
    }
    assertEquals(preset != AugmentationPreset.NONE, changed);
    assertEquals(preset.spec(), AugmentationText.parse(preset.id()));
    assertEquals(preset.id(), AugmentationText.format(preset.spec()));
  }

  @Test
  void withoutOperationsTheImageIsTheSame() {
    ImagePatch image = image(4, 4, 3);
    assertSame(image, Augmenter.of(CATALOG, AugmentationSpec.NONE).apply(image, 1));
  }

  @Test
  void theSeedDecides() {
    ImagePatch image = image(24, 24, 3);
    Augmenter augmenter = augmenter("default");
    assertArrayEquals(augmenter.apply(image, 5).values(), augmenter.apply(image, 5).values());
    assertFalse(
        Arrays.equals(augmenter.apply(image, 5).values(), augmenter.apply(image, 6).values()));
  }

  @Test
  void anOperationMoreDoesNotMoveTheDrawsOfTheOthers() {
    ImagePatch image = image(24, 24, 1);
    ImagePatch alone = augmenter("brightness_delta=0.5").apply(image, 5);
    ImagePatch flipped = augmenter("brightness_delta=0.5,flip_up_down").apply(image, 5);
    boolean same = Arrays.equals(alone.values(), flipped.values());
    assertTrue(same || Arrays.equals(FlipUpDown.flip(alone).values(), flipped.values()));
  }

  @Test
  void masksGoWhereTheImageGoes() {
    ImagePatch image = image(24, 24, 1);
    float[] masks = new float[24 * 24 * 5];
    for (int i = 0; i < masks.length; i++) {
      masks[i] = image.values()[i / 5];
    }
    Augmenter geometry = augmenter("default,shear=0.2,jpeg_degrade=0.5").geometry();
    Augmenter moving = augmenter("flip_left_right,flip_up_down,rot90,zoom_scale=0.2,shear=0.2");
    assertEquals(moving.spec().strengths(), geometry.spec().strengths());
    for (long seed = 0; seed < 8; seed++) {
      ImagePatch moved = moving.apply(image, seed);
      ImagePatch masked = geometry.apply(new ImagePatch(24, 24, 5, masks), seed);
      for (int i = 0; i < masks.length; i++) {
        assertEquals(moved.values()[i / 5], masked.values()[i], "seed " + seed);
      }
    }
  }

  @Test
  void offMeansOff() {
    assertTrue(augmenter("rot90=off").isEmpty());
    assertTrue(augmenter("rot90=0,flip_left_right=false").isEmpty());
    assertFalse(augmenter("rot90").isEmpty());
    assertEquals(
        AugmentationPreset.DEFAULT.spec().without("rot90").with("zoom_scale", 0.4),
        AugmentationText.parse("default, rot90=off, zoom_scale=0.4"));
  }

  @Test
  void namesOfOlderProjectsAreUnderstood() {
    assertEquals(
        Map.of("brightness_delta", 0.2, "contrast_delta", 0.6, "flip_left_right", 1.0),
        AugmentationText.parse(
                "max_brightness_delta=0.2,contrast_min=0.4,contrast_max=1.4,left_right_flip=true")
            .strengths()
            .entrySet()
            .stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, entry -> Math.round(entry.getValue() * 10) / 10.0)));
    assertTrue(message(() -> augmenter("select_prob=0.5")).contains("probability of its own"));
  }

  @Test
  void mistakesAreExplained() {
    assertTrue(message(() -> augmenter("rotate=1")).contains("known are flip_left_right"));
    assertTrue(message(() -> augmenter("zoom_scale=big")).contains("must be a number, on or off"));
    assertTrue(message(() -> augmenter("zoom_scale=7")).contains("from 0 to 1"));
    assertTrue(message(() -> augmenter("zoom_scale.speed=1")).contains("no parameter \"speed\""));
    assertTrue(message(() -> augmenter("very nice")).contains("falcon-cho"));
  }

  private static String message(Runnable failing) {
    return assertThrows(IllegalArgumentException.class, failing::run).getMessage();
  }

  @Test
  void chancesAreMet() {
    ImagePatch image = image(6, 6, 3);
    int flips = 0;
    int masks = 0;
    for (long seed = 0; seed < 2000; seed++) {
      flips += augmenterChanges("flip_left_right", image, seed) ? 1 : 0;
      masks += augmenterChanges("pixel_mask=0.3", image, seed) ? 1 : 0;
    }
    assertEquals(1000, flips, 100); // 4.5 standard deviations
    assertEquals(600, masks, 93);
  }

  private static boolean augmenterChanges(String text, ImagePatch image, long seed) {
    return !Arrays.equals(image.values(), augmenter(text).apply(image, seed).values());
  }

  @Test
  void imagesThatAreNotSquareKeepTheirSize() {
    Augmenter turns = augmenter("rot90");
    ImagePatch image = image(5, 9, 3);
    for (long seed = 0; seed < 20; seed++) {
      ImagePatch turned = turns.apply(image, seed);
      assertEquals(5, turned.height());
      assertEquals(9, turned.width());
    }
  }

  @Test
  void onePictureHasFifteenVariantsAndSeveralFiveEach() {
    Augmenter augmenter = augmenter("default");
    AugmentationPlot one = AugmentationPlot.of(List.of(image(10, 10, 3)), augmenter, 1);
    assertEquals(16, one.tiles().size());
    assertEquals(4 * 14 + 4, one.picture().getWidth());
    AugmentationPlot seven =
        AugmentationPlot.of(
            java.util.stream.IntStream.range(0, 7).mapToObj(i -> image(10, 8, 1)).toList(),
            augmenter,
            1);
    assertEquals(6, seven.columns());
    assertEquals(30, seven.tiles().size());
    assertEquals(5 * 14 + 4, seven.picture().getHeight());
    assertNotEquals(seven.picture().getRGB(0, 0), seven.picture().getRGB(10, 10));
  }
}
