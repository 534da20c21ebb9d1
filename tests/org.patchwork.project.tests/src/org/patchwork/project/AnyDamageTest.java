// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.patchwork.project.Projects.ANNA;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.check.ProjectCheck;

/**
 * Whatever happens to the bytes of a label store, opening and using the project works or says in
 * words what is wrong, and the damaged file stays. The property {@code patchwork.damages} asks for
 * more damages.
 */
class AnyDamageTest {
  private static final int DAMAGES = Integer.getInteger("patchwork.damages", 25);
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path sound;
  private Path project;
  private Path store;
  private Random random;

  @BeforeEach
  void makeProject() throws Exception {
    sound = folder.resolve("sound");
    project = folder.resolve("project");
    store = project.resolve("labels.db");
    try (ProjectSession session = Projects.create(sound, 5000, "cat", "dog")) {
      Steps steps = new Steps(1, "class ");
      for (int i = 0; i < 80; i++) {
        Projects.apply(session, steps.nextWithoutReopening());
      }
    }
    Files.createDirectories(project);
  }

  @Test
  void isRepairedOrNamed() throws Exception {
    int opened = 0;
    for (int seed = 0; seed < DAMAGES; seed++) {
      random = new Random(seed);
      copyProject();
      String damage = damage();
      try {
        opened += use() ? 1 : 0;
      } catch (RuntimeException | Error e) {
        fail("Damage " + seed + ", " + damage, e);
      }
    }
    assertTrue(opened >= DAMAGES / 2, opened + " of " + DAMAGES + " could be opened");
  }

  private void copyProject() throws IOException {
    for (String name : new String[] {"labels.db-wal", "labels.db-shm", "labels.db.damaged"}) {
      Files.deleteIfExists(project.resolve(name));
    }
    for (String name : new String[] {"labels.db", "project.patchwork"}) {
      Files.copy(sound.resolve(name), project.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    String holder = random.nextBoolean() ? "user anna, process 1" : ""; // as if it had died, or not
    Files.writeString(project.resolve("project.lock"), holder);
  }

  /** Damages the store and says how. */
  private String damage() throws IOException {
    try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
      long size = channel.size();
      long place = (long) (random.nextDouble() * size);
      byte[] garbage = new byte[1 + random.nextInt(PAGE)];
      switch (random.nextInt(4)) {
        case 0 -> {
          channel.truncate(place);
          return "cut off at byte " + place + " of " + size;
        }
        case 1 -> channel.write(ByteBuffer.wrap(new byte[PAGE]), place / PAGE * PAGE);
        case 2 -> {
          random.nextBytes(garbage);
          channel.write(ByteBuffer.wrap(garbage), place);
        }
        default -> {
          garbage = new byte[] {(byte) random.nextInt(256)};
          channel.write(ByteBuffer.wrap(garbage), place);
        }
      }
      return garbage.length + " bytes at " + place + " of " + size;
    }
  }

  /** Opens, labels, undoes, closes, opens again; false if a message said that it cannot be. */
  private boolean use() throws IOException, ProjectFormatException {
    byte[] damaged = Files.readAllBytes(store);
    try {
      ProjectSession session = Projects.open(project);
      try {
        work(session, damaged);
        session.close();
      } finally {
        session.discard(); // what could not be written is lost; does nothing after a close
      }
    } catch (ProjectFormatException e) {
      return named(e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProjectFormatException cause) {
        return named(cause);
      }
      throw e;
    }
    try (ProjectSession again = Projects.open(project)) {
      assertTrue(again.labels().rows() > 0);
    } catch (ProjectFormatException e) {
      return named(e);
    }
    requireSound();
    return true;
  }

  private void work(ProjectSession session, byte[] damaged)
      throws IOException, ProjectFormatException {
    if (session.openingReport().toString().contains("was damaged")) {
      assertEquals(-1, Files.mismatch(store.resolveSibling("labels.db.damaged"), written(damaged)));
    }
    int row = random.nextInt(session.labels().rows());
    if (!session.classes().isEmpty()) {
      session.apply(Projects.label(row, session.classes().get(0).getId(), 1), ANNA);
    }
    for (int i = 0; i < 5; i++) {
      session.undo().join();
    }
    session.redo().join();
  }

  /** Damage that opening did not meet is found by the check, and repaired. */
  private void requireSound() throws ProjectFormatException {
    if (!Projects.damage(project).isEmpty()) {
      new ProjectCheck(project).repair(InstantSource.system(), null);
      assertEquals(List.of(), Projects.damage(project));
    }
  }

  private Path written(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("damaged"), bytes);
  }

  private boolean named(ProjectFormatException e) {
    boolean tells = e.getMessage().contains("labels.db") || e.getMessage().contains("not be saved");
    assertTrue(tells, e.getMessage());
    return false;
  }
}
