// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;

class MlflowServerTest {
  private static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);

  private FakeMlflow fake;

  @BeforeEach
  void startServer() throws Exception {
    fake = new FakeMlflow();
  }

  @AfterEach
  void stopServer() throws Exception {
    fake.close();
  }

  private MlflowServer server(Map<String, String> environment) {
    return new MlflowServer(fake.address(), environment);
  }

  private int add(MlflowRun... runs) throws TrainingException {
    return server(Map.of()).add("my cats & dogs", List.of(runs), new NullProgressMonitor());
  }

  private static MlflowRun run(String id, int params, int metrics) {
    Map<String, String> settings = new LinkedHashMap<>();
    IntStream.range(0, params).forEach(i -> settings.put("setting/" + i, "value " + i));
    List<MlflowRun.Metric> values = new ArrayList<>();
    IntStream.range(0, metrics)
        .forEach(
            i -> values.add(new MlflowRun.Metric("loss", 1.0 / (i + 1), START.plusMillis(i), i)));
    values.add(new MlflowRun.Metric("val_auc", Double.NaN, START, 0));
    return new MlflowRun(
        id, START, START.plusSeconds(9), settings, values, Path.of("/project/runs", id));
  }

  @Test
  void aRunArrivesWhole() throws Exception {
    assertEquals(1, add(run("first", 3, 2)));
    JsonNode stored = fake.run("first");
    assertEquals("FINISHED", stored.path("status").asText());
    assertEquals(START.toEpochMilli(), stored.path("start_time").asLong());
    assertEquals(START.plusSeconds(9).toEpochMilli(), stored.path("end_time").asLong());
    assertEquals("value 2", stored.path("params").path("setting_2").asText());
    assertEquals(2, stored.path("metrics").size(), "what is not a number is left out");
    assertEquals(0.5, stored.path("metrics").path(1).path("value").asDouble());
    assertEquals(1, stored.path("metrics").path(1).path("step").asInt());
    assertEquals("Patchwork", stored.path("tags").path("mlflow.source.name").asText());
    assertTrue(stored.path("tags").path("patchwork.folder").asText().endsWith("/runs/first"));
    assertEquals(List.of("my cats & dogs"), fake.experiments());
  }

  @Test
  void whatIsThereIsPassedOver() throws Exception {
    assertEquals(1, add(run("first", 1, 1)));
    assertEquals(1, add(run("first", 1, 1), run("it's second", 1, 1)));
    assertEquals(0, add(run("first", 1, 1), run("it's second", 1, 1)));
    assertEquals(2, fake.runs());
    assertEquals(1, fake.experiments().size());
  }

  @Test
  void aRunThatWasCutShortIsWrittenAnew() throws Exception {
    fake.failAfter("runs/create");
    assertThrows(TrainingException.class, () -> add(run("first", 1, 1)));
    assertEquals("RUNNING", fake.run("first").path("status").asText());
    fake.failAfter("");
    assertEquals(1, add(run("first", 1, 1)));
    assertEquals(1, fake.runs());
    assertEquals("FINISHED", fake.run("first").path("status").asText());
  }

  /** Each call may come from another process: what stands there is asked of the server. */
  @Test
  void aRunIsFollowedAndGoesOn() throws Exception {
    follow(run("long", 3, 2), MlflowStatus.RUNNING);
    assertEquals("RUNNING", fake.run("long").path("status").asText());
    assertEquals(2, fake.run("long").path("metrics").size());
    follow(run("long", 3, 3), MlflowStatus.KILLED);
    assertEquals("KILLED", fake.run("long").path("status").asText());
    follow(run("long", 3, 5), MlflowStatus.RUNNING);
    follow(run("long", 3, 5), MlflowStatus.FINISHED);
    assertEquals("FINISHED", fake.run("long").path("status").asText());
    assertEquals(5, fake.run("long").path("metrics").size(), "each step once");
    assertEquals(1, fake.runs());
    assertEquals(START.plusSeconds(9).toEpochMilli(), fake.run("long").path("end_time").asLong());
  }

  @Test
  void whatIsFollowedIsBegunAnewIfItWasCutShort() throws Exception {
    fake.failAfter("runs/create");
    assertThrows(TrainingException.class, () -> follow(run("first", 2, 1), MlflowStatus.RUNNING));
    fake.failAfter("");
    follow(run("first", 2, 1), MlflowStatus.RUNNING);
    assertEquals(1, fake.runs());
    assertEquals(2, fake.run("first").path("params").size());
  }

  private void follow(MlflowRun run, MlflowStatus status) throws TrainingException {
    server(Map.of()).follow("my cats", run, status);
  }

  /** The server refuses a request with more than 100 parameters or 1,000 metrics. */
  @Test
  void longRunsAreSentInParts() throws Exception {
    assertEquals(1, add(run("long", 230, 2300)));
    assertEquals(230, fake.run("long").path("params").size());
    assertEquals(2300, fake.run("long").path("metrics").size());
  }

  @Test
  void longSettingsAreCut() throws Exception {
    MlflowRun long1 =
        new MlflowRun(
            "r", START, START, Map.of("classes", "c".repeat(900)), List.of(), Path.of("/r"));
    assertEquals(1, add(long1));
    assertEquals(500, fake.run("r").path("params").path("classes").asText().length());
  }

  @Test
  void saysWhoOneIsAsMlflowsOwnClientsDo() throws Exception {
    fake.requireHeader("Bearer secret");
    String said = assertThrows(TrainingException.class, () -> add(run("r", 1, 1))).getMessage();
    assertTrue(said.contains("MLFLOW_TRACKING_TOKEN"), said);
    server(Map.of("MLFLOW_TRACKING_TOKEN", "secret", "MLFLOW_TRACKING_USERNAME", "me"))
        .add("p", List.of(run("r", 1, 1)), new NullProgressMonitor());
    fake.requireHeader("Basic bWU6cHc="); // me:pw
    server(Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "pw"))
        .add("p", List.of(run("s", 1, 1)), new NullProgressMonitor());
    URI named = URI.create(fake.address().toString().replace("//", "//me:pw@"));
    new MlflowServer(named, Map.of()).add("p", List.of(run("t", 1, 1)), new NullProgressMonitor());
    assertEquals(3, fake.runs());
  }

  @Test
  void saysWhatTheServerSaid() {
    fake.failAfter("experiments/create");
    String said = assertThrows(TrainingException.class, () -> add(run("r", 1, 1))).getMessage();
    assertTrue(said.contains("out of order") && said.contains("503"), said);
  }

  @Test
  void aServerThatIsAwayIsSaidToBe() throws Exception {
    URI address = URI.create(fake.address().toString().replace("//", "//me:pw@"));
    fake.close();
    MlflowServer away = new MlflowServer(address, Map.of());
    String said =
        assertThrows(
                TrainingException.class,
                () -> away.add("p", List.of(run("r", 1, 1)), new NullProgressMonitor()))
            .getMessage();
    assertTrue(said.contains("cannot be reached"), said);
    assertFalse(said.contains("pw"), "the password is not shown");
  }

  @Test
  void cancelsBetweenRuns() {
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> server(Map.of()).add("p", List.of(run("r", 1, 1)), monitor));
    assertEquals(0, fake.runs());
  }

  @Test
  void placesAreFoldersOrServers() {
    Path base = Path.of("/home/me");
    assertTrue(MlflowTracking.at("http://localhost:5000", base) instanceof MlflowServer);
    assertTrue(MlflowTracking.at(" HTTPS://ml.example/x ", base) instanceof MlflowServer);
    assertTrue(MlflowTracking.at("mlruns", base) instanceof MlflowStore);
    assertTrue(MlflowTracking.at("file:///tmp/mlruns", base) instanceof MlflowStore);
    String said =
        assertThrows(IllegalArgumentException.class, () -> MlflowTracking.at("http://a b", base))
            .getMessage();
    assertTrue(said.contains("http://localhost:5000"), said);
  }
}
