// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.TrainingException;

/**
 * An MLflow tracking server, by its REST interface, version 2.0. A run is known by its tag {@code
 * patchwork.run}; one that was cut short is deleted and written anew. Files stay where they are:
 * the tag {@code patchwork.folder} says where.
 */
public final class MlflowServer implements MlflowTracking {
  static final String RUN_TAG = "patchwork.run";
  static final String FOLDER_TAG = "patchwork.folder";

  private static final int MOST_PARAMS = 100; // of a request, by MLflow's limits
  private static final int MOST_METRICS = 1000;
  private static final int LONGEST_PARAM = 500; // what servers of all versions since 1.28 take
  private static final int NOT_FOUND = 404;

  private final ObjectMapper mapper = new ObjectMapper();
  private final RestClient client;

  /**
   * A server; it is first asked when there is something to add.
   *
   * @param address of the server; may name user and password
   * @param environment may hold {@code MLFLOW_TRACKING_TOKEN}, or {@code MLFLOW_TRACKING_USERNAME}
   *     and {@code MLFLOW_TRACKING_PASSWORD}
   */
  public MlflowServer(URI address, Map<String, String> environment) {
    this.client = new RestClient(address, "/api/2.0/mlflow/", Credentials.of(address, environment));
  }

  @Override
  public int add(String experiment, List<MlflowRun> runs, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Tracking in MLflow", runs.size() + 1);
    if (runs.isEmpty()) {
      return 0;
    }
    String id = experiment(experiment);
    progress.split(1);
    int added = 0;
    for (MlflowRun run : runs) {
      progress.split(1);
      if (isMissing(id, run)) {
        write(id, run);
        added++;
      }
    }
    return added;
  }

  @Override
  public void follow(String experiment, MlflowRun run, MlflowStatus status)
      throws TrainingException {
    String experimentId = experiment(experiment);
    String id = null;
    long known = -1;
    for (JsonNode found : search(experimentId, run)) {
      long last = lastStep(found);
      if (last >= 0 && id == null) {
        id = text(found.path("info").path("run_id"));
        known = last;
      } else {
        delete(found); // cut short before anything was measured
      }
    }
    id = id == null ? create(experimentId, run) : id;
    long from = known;
    logMetrics(id, run.metrics().stream().filter(metric -> metric.step() > from).toList());
    update(id, run, status);
  }

  /** The last step of which the server knows a metric; −1 for none. */
  private static long lastStep(JsonNode run) {
    long last = -1;
    for (JsonNode metric : run.path("data").path("metrics")) {
      last = Math.max(last, metric.path("step").asLong());
    }
    return last;
  }

  private String experiment(String name) throws TrainingException {
    String query = "?experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    RestClient.Answer found = client.get("experiments/get-by-name" + query);
    if (found.status() == NOT_FOUND) {
      ObjectNode request = mapper.createObjectNode().put("name", name);
      return text(post("experiments/create", request).path("experiment_id"));
    }
    return text(client.required(found).path("experiment").path("experiment_id"));
  }

  /**
   * True if the server does not have the run; what is left of one that was cut short is deleted.
   */
  private boolean isMissing(String experiment, MlflowRun run) throws TrainingException {
    boolean missing = true;
    for (JsonNode found : search(experiment, run)) {
      if (found.path("info").path("status").asText().equals(MlflowStatus.FINISHED.name())) {
        missing = false;
      } else {
        delete(found);
      }
    }
    return missing;
  }

  private JsonNode search(String experiment, MlflowRun run) throws TrainingException {
    ObjectNode request = mapper.createObjectNode();
    request.putArray("experiment_ids").add(experiment);
    request.put("filter", "tags.`" + RUN_TAG + "` = " + quoted(run.id()));
    return post("runs/search", request).path("runs");
  }

  private void delete(JsonNode run) throws TrainingException {
    String id = text(run.path("info").path("run_id"));
    post("runs/delete", mapper.createObjectNode().put("run_id", id));
  }

  private static String quoted(String text) {
    return text.contains("'") ? '"' + text + '"' : "'" + text + "'";
  }

  private void write(String experiment, MlflowRun run) throws TrainingException {
    String id = create(experiment, run);
    logMetrics(id, run.metrics());
    update(id, run, MlflowStatus.FINISHED);
  }

  /** Begins a run on the server, with its parameters. */
  private String create(String experiment, MlflowRun run) throws TrainingException {
    ObjectNode request = mapper.createObjectNode();
    request.put("experiment_id", experiment);
    request.put("run_name", run.id());
    request.put("start_time", run.started().toEpochMilli());
    ArrayNode tags = request.putArray("tags");
    add(tags, "mlflow.runName", run.id());
    add(tags, "mlflow.source.name", "Patchwork");
    add(tags, RUN_TAG, run.id());
    add(tags, FOLDER_TAG, run.folder().toUri().toString());
    String id = text(post("runs/create", request).path("run").path("info").path("run_id"));
    logParams(id, new ArrayList<>(run.params().entrySet()));
    return id;
  }

  private void update(String id, MlflowRun run, MlflowStatus status) throws TrainingException {
    ObjectNode request = mapper.createObjectNode().put("run_id", id).put("status", status.name());
    if (status != MlflowStatus.RUNNING) {
      request.put("end_time", run.ended().toEpochMilli());
    }
    post("runs/update", request);
  }

  private static void add(ArrayNode array, String key, String value) {
    array.addObject().put("key", key).put("value", value);
  }

  private void logParams(String run, List<Map.Entry<String, String>> params)
      throws TrainingException {
    for (int i = 0; i < params.size(); i += MOST_PARAMS) {
      ObjectNode request = mapper.createObjectNode().put("run_id", run);
      ArrayNode array = request.putArray("params");
      for (Map.Entry<String, String> param :
          params.subList(i, Math.min(params.size(), i + MOST_PARAMS))) {
        add(array, param.getKey(), cut(param.getValue()));
      }
      post("runs/log-batch", request);
    }
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_PARAM ? value : value.substring(0, LONGEST_PARAM - 1) + "…";
  }

  private void logMetrics(String run, List<MlflowRun.Metric> metrics) throws TrainingException {
    for (int i = 0; i < metrics.size(); i += MOST_METRICS) {
      ObjectNode request = mapper.createObjectNode().put("run_id", run);
      ArrayNode array = request.putArray("metrics");
      for (MlflowRun.Metric metric :
          metrics.subList(i, Math.min(metrics.size(), i + MOST_METRICS))) {
        array
            .addObject()
            .put("key", metric.name())
            .put("value", metric.value())
            .put("timestamp", metric.time().toEpochMilli())
            .put("step", metric.step());
      }
      post("runs/log-batch", request);
    }
  }

  private JsonNode post(String path, ObjectNode request) throws TrainingException {
    return client.required(client.post(path, request));
  }

  private String text(JsonNode id) throws TrainingException {
    return Optional.of(id.asText())
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new TrainingException(
                    client.address()
                        + " does not answer as an MLflow server does. Check the address."));
  }
}
