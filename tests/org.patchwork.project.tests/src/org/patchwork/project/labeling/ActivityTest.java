// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private long now = 5;
  private final Activity activity = new Activity(() -> now);

  @Test
  void pausesCountUpToTheThresholdAndNothingBeyond() {
    activity.touch();
    after(10);
    after(60);
    assertEquals(70_000, activity.takeMillis());
    after(61);
    assertEquals(0, activity.takeMillis(), "he was away");
    after(3);
    assertEquals(3_000, activity.takeMillis());
    assertEquals(0, activity.takeMillis(), "each batch has its own time");
    assertEquals(Duration.ofSeconds(73), activity.total());
  }

  @Test
  void partsOfAMillisecondAreCarriedOver() {
    activity.touch();
    long sum = 0;
    for (int i = 0; i < 10; i++) {
      now += 700_000;
      sum += activity.takeMillis();
    }
    assertEquals(7, sum);
  }

  @Test
  void anotherProjectStartsAnew() {
    activity.touch();
    after(5);
    activity.reset();
    after(5);
    assertEquals(0, activity.takeMillis());
    assertEquals(Duration.ZERO, activity.total());
  }

  @Test
  void paceIsOverWorkAndForgetsWhatIsLongAgo() {
    Pace pace = new Pace();
    assertEquals(0, pace.perMinute(Duration.ZERO));
    pace.add(10, Duration.ofSeconds(5));
    assertEquals(30, pace.perMinute(Duration.ofSeconds(5)), "as if over the least time");
    pace.add(50, Duration.ofSeconds(60));
    assertEquals(60, pace.perMinute(Duration.ofSeconds(60)));
    pace.add(-50, Duration.ofSeconds(61));
    assertEquals(5, pace.perMinute(Duration.ofSeconds(120)));
    assertEquals(0, pace.perMinute(Duration.ofSeconds(126)), "two minutes of work later");
    pace.add(-3, Duration.ofSeconds(200));
    assertEquals(0, pace.perMinute(Duration.ofSeconds(200)));
  }

  private void after(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
    activity.touch();
  }
}
