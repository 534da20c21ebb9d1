// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the pairs of a {@link BytePairTokenizer}. Counts are kept from one pair to the next: only
 * the words in which a pair stands are counted anew when it is joined.
 */
final class PairLearner {
  private final List<int[]> words = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final Map<Long, Integer> frequencies = new HashMap<>();
  private final Map<Long, Set<Integer>> places = new HashMap<>();

  /** Counts the pairs of words. */
  PairLearner(Map<String, Integer> frequencyOfWords) {
    frequencyOfWords.forEach(
        (word, count) -> {
          words.add(BytePairTokenizer.bytes(word));
          counts.add(count);
          count(words.size() - 1, 1);
        });
  }

  /** Adds the pairs of a word to the counts, or takes them away. */
  private void count(int word, int sign) {
    int[] numbers = words.get(word);
    for (int i = 0; i + 1 < numbers.length; i++) {
      long pair = BytePairTokenizer.key(numbers[i], numbers[i + 1]);
      frequencies.merge(pair, sign * counts.get(word), Integer::sum);
      if (sign > 0) {
        places.computeIfAbsent(pair, key -> new HashSet<>()).add(word);
      }
    }
  }

  /** At most so many pairs, the most frequent first. */
  List<int[]> learn(int most) {
    List<int[]> pairs = new ArrayList<>();
    while (pairs.size() < most) {
      long best = mostFrequent();
      if (best < 0) {
        break;
      }
      int number = BytePairTokenizer.SMALLEST + pairs.size();
      int[] pair = {(int) (best >> 32), (int) best};
      pairs.add(pair);
      for (int word : List.copyOf(places.get(best))) {
        count(word, -1);
        words.set(word, joined(words.get(word), pair, number));
        count(word, 1);
      }
      frequencies.remove(best);
      places.remove(best);
    }
    return pairs;
  }

  /** −1 if no pair occurs twice. */
  private long mostFrequent() {
    long best = -1;
    int most = 1;
    for (Map.Entry<Long, Integer> entry : frequencies.entrySet()) {
      int count = entry.getValue();
      if (count > most || count == most && best >= 0 && entry.getKey() < best) {
        most = count;
        best = entry.getKey();
      }
    }
    return best;
  }

  private static int[] joined(int[] word, int[] pair, int number) {
    List<Integer> joined = new ArrayList<>();
    for (int i = 0; i < word.length; i++) {
      if (i + 1 < word.length && word[i] == pair[0] && word[i + 1] == pair[1]) {
        joined.add(number);
        i++;
      } else {
        joined.add(word[i]);
      }
    }
    return joined.stream().mapToInt(Integer::intValue).toArray();
  }
}
