// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;

class BytePairTokenizerTest {
  private static final int A = 3 + 'a';
  private static final int LAST = 256;

  @TempDir private Path folder;

  /** "ab" ends three words; then "cab" stands twice. */
  @Test
  void theMostFrequentPairsAreJoined() {
    BytePairTokenizer learnt = BytePairTokenizer.learn(List.of("cab ab", "CAB! x"), 600);
    assertArrayEquals(new int[] {A, A + 1 + LAST}, learnt.pairs().get(0));
    assertArrayEquals(new int[] {A + 2, 515}, learnt.pairs().get(1));
    assertEquals(2, learnt.pairs().size(), "pairs that occur once have no number");
    assertEquals(517, learnt.size());
    assertArrayEquals(new int[] {516, 515}, learnt.encode("Cab\t AB"));
    assertArrayEquals(new int[] {A, A + 1, A + LAST}, learnt.encode("aba"));
  }

  @Test
  void anyTextCanBeWritten() {
    BytePairTokenizer none = new BytePairTokenizer(List.of());
    assertArrayEquals(new int[] {3 + 0xc3, 259 + 0xa9}, none.encode("É"));
    assertArrayEquals(new int[] {259 + '7', 259 + '%'}, none.encode("7%"));
    assertArrayEquals(new int[0], none.encode("  "));
  }

  /** T39: what is learnt is the caption itself, with its end in its place and nothing behind. */
  @Test
  void aTextHasItsEndAndThenPadding() {
    BytePairTokenizer none = new BytePairTokenizer(List.of());
    float z = 259 + 'z';
    assertArrayEquals(new float[] {1, z, 2, 0, 0}, none.encode("z", 5));
    assertArrayEquals(new float[] {1, z, 2}, none.encode("z z z", 3), "cut before its end");
  }

  @Test
  void repeatedPairsDoNotOverlap() {
    BytePairTokenizer learnt = BytePairTokenizer.learn(Collections.nCopies(3, "aaaab"), 516);
    assertArrayEquals(new int[] {A, A}, learnt.pairs().get(0));
    assertArrayEquals(new int[] {515, A, A + 1 + LAST}, learnt.encode("aaab"));
  }

  @Test
  void theFileGivesTheSameNumbers() throws Exception {
    BytePairTokenizer learnt = BytePairTokenizer.learn(List.of("red cat", "red dog", "red"), 530);
    Path file = folder.resolve("tokenizer.json");
    learnt.write(file);
    assertArrayEquals(
        learnt.encode("a red catalogue"), BytePairTokenizer.read(file).encode("a red catalogue"));
    Files.writeString(file, "{\"kind\":\"other\"}");
    TrainingException e = assertThrows(TrainingException.class, () -> BytePairTokenizer.read(file));
    assertTrue(e.getMessage().contains("tokenizer.json"), e.getMessage());
  }

  @Test
  void imagesBelongToTheNearestText() {
    float[][] images = {{1, 0}, {0, 1}, {.6f, .8f}};
    float[][] texts = {{1, 0}, {0, 1}};
    assertEquals(2 / 3.0, ZeroShot.accuracy(images, texts, new int[] {0, 1, 0}), 1e-9);
  }
}
