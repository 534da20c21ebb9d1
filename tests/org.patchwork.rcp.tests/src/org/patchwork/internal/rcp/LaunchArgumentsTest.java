// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LaunchArgumentsTest {
  @Test
  void nothingMeansTheStartPage() {
    assertEquals(LaunchArguments.NONE, LaunchArguments.parse());
  }

  @Test
  void aFolderIsTheProjectAsAnAbsolutePath() {
    LaunchArguments launch = LaunchArguments.parse("a/../b");
    assertEquals(Optional.of(Path.of("b").toAbsolutePath()), launch.project());
    assertFalse(launch.demo());
  }

  @Test
  void optionsOfThePlatformAreIgnored() {
    assertEquals(LaunchArguments.NONE, LaunchArguments.parse("-showlocation", "-perspective"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "--demo"})
  void demoTakesAnOptionalFolderAndNoProject(String word) {
    LaunchArguments bare = LaunchArguments.parse(word);
    assertTrue(bare.demo());
    assertEquals(Optional.empty(), bare.demoFolder());
    LaunchArguments placed = LaunchArguments.parse(word, "here");
    assertEquals(Optional.of(Path.of("here").toAbsolutePath()), placed.demoFolder());
    assertEquals(Optional.empty(), placed.project());
  }

  @Test
  void aFolderCalledDemoCanStillBeTheSamplesPlace() {
    assertEquals(
        Optional.of(Path.of("demo").toAbsolutePath()),
        LaunchArguments.parse("demo", "demo").demoFolder());
  }

  @Test
  void theFullSampleIsAskedForBesideTheDemo() {
    LaunchArguments launch = LaunchArguments.parse("--demo", "--full", "here");
    assertTrue(launch.demo());
    assertTrue(launch.full());
    assertEquals(Optional.of(Path.of("here").toAbsolutePath()), launch.demoFolder());
    assertFalse(LaunchArguments.parse("demo").full());
  }
}
