// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchwork.core.TrainingException;

/**
 * Texts as numbers by byte-pair encoding (Sennrich, Haddow and Birch 2016), over bytes as in CLIP
 * (Radford et al. 2021): a word is its bytes in UTF-8, the last of them marked, and the pairs of
 * the list are joined in the order of the list. Upper case and the kind of blanks do not matter.
 * Any text can be written, whatever the list was learnt from. Immutable.
 *
 * <p>Number 0 fills up, 1 begins a text, 2 ends it, 3 to 258 are bytes within a word, 259 to 514
 * bytes at its end, and from 515 on come the pairs.
 *
 * @param pairs joined numbers, {@code {left, right}}; pair i has number 515 + i
 */
public record BytePairTokenizer(List<int[]> pairs) {
  /** Fills texts up behind their end. */
  public static final int PADDING = 0;

  /** Stands before a text. */
  public static final int BEGIN = 1;

  /** Stands behind a text. */
  public static final int END = 2;

  /** Numbers of a tokenizer without pairs. */
  public static final int SMALLEST = 515;

  private static final int BYTES = 3;
  private static final int LAST_BYTES = 259;
  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+");

  public BytePairTokenizer {
    pairs = List.copyOf(pairs);
  }

  /** Number of different numbers. */
  public int size() {
    return SMALLEST + pairs.size();
  }

  /**
   * Learns pairs from texts, the most frequent first and of equally frequent ones that of the lower
   * numbers. Pairs that occur once are not worth a number.
   *
   * @param size number of different numbers wanted; there may be fewer
   */
  public static BytePairTokenizer learn(Iterable<String> texts, int size) {
    return new BytePairTokenizer(new PairLearner(words(texts)).learn(size - SMALLEST));
  }

  private static Map<String, Integer> words(Iterable<String> texts) {
    Map<String, Integer> words = new java.util.TreeMap<>();
    for (String text : texts) {
      Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (matcher.find()) {
        words.merge(matcher.group(), 1, Integer::sum);
      }
    }
    return words;
  }

  /** The bytes of a word as numbers. */
  static int[] bytes(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int[] numbers = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int first = i + 1 == bytes.length ? LAST_BYTES : BYTES;
      numbers[i] = first + (bytes[i] & 0xff);
    }
    return numbers;
  }

  /** The numbers of a text, without begin and end. */
  public int[] encode(String text) {
    Map<Long, Integer> ranks = ranks();
    List<Integer> numbers = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      for (int number : join(bytes(matcher.group()), ranks)) {
        numbers.add(number);
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The numbers of a text at a fixed length: begin, text, end, padding. What is too long is cut
   * before its end.
   *
   * @param length at least 3
   */
  public float[] encode(String text, int length) {
    int[] numbers = encode(text);
    int kept = Math.min(numbers.length, length - 2);
    float[] row = new float[length];
    row[0] = BEGIN;
    for (int i = 0; i < kept; i++) {
      row[i + 1] = numbers[i];
    }
    row[kept + 1] = END;
    return row;
  }

  private Map<Long, Integer> ranks() {
    Map<Long, Integer> ranks = new HashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      ranks.put(key(pairs.get(i)[0], pairs.get(i)[1]), i);
    }
    return ranks;
  }

  static long key(int left, int right) {
    return (long) left << 32 | right;
  }

  /** Joins the pair of the lowest rank until there is none. */
  private static int[] join(int[] word, Map<Long, Integer> ranks) {
    int[] joined = word;
    while (true) {
      int best = Integer.MAX_VALUE;
      for (int i = 0; i + 1 < joined.length; i++) {
        best = Math.min(best, ranks.getOrDefault(key(joined[i], joined[i + 1]), best));
      }
      if (best == Integer.MAX_VALUE) {
        return joined;
      }
      joined = join(joined, ranks, best);
    }
  }

  private static int[] join(int[] word, Map<Long, Integer> ranks, int rank) {
    int[] joined = new int[word.length];
    int length = 0;
    for (int i = 0; i < word.length; i++) {
      boolean pair =
          i + 1 < word.length && ranks.getOrDefault(key(word[i], word[i + 1]), -1) == rank;
      joined[length++] = pair ? SMALLEST + rank : word[i];
      i += pair ? 1 : 0;
    }
    return Arrays.copyOf(joined, length);
  }

  /** Content of the file. */
  private record Stored(String kind, int[][] pairs) {}

  private static final String KIND = "patchwork-byte-pairs-1";

  /** Writes the pairs as JSON. */
  public void write(Path file) throws IOException {
    Files.write(
        file, new JsonMapper().writeValueAsBytes(new Stored(KIND, pairs.toArray(int[][]::new))));
  }

  /**
   * Reads the pairs.
   *
   * @throws TrainingException if the file cannot be read or is something else; names it
   */
  public static BytePairTokenizer read(Path file) throws TrainingException {
    try {
      Stored stored = new JsonMapper().readValue(Files.readAllBytes(file), Stored.class);
      if (!KIND.equals(stored.kind()) || stored.pairs() == null) {
        throw new TrainingException(file + " is not a list of byte pairs of this version.");
      }
      return new BytePairTokenizer(Arrays.asList(stored.pairs()));
    } catch (JsonProcessingException e) {
      throw new TrainingException(
          file + " is not a list of byte pairs: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new TrainingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
