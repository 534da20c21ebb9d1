// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an MLflow server as is spoken to, with its limits: what it refuses, the fake refuses.
 */
final class FakeMlflow implements AutoCloseable {
  private static final Pattern FILTER =
      Pattern.compile("tags\\.`patchwork\\.run` = (['\"])(.*)\\1");
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int AWAY = 503;

  private final ObjectMapper mapper = new ObjectMapper();
  private final ServerSocket server;
  private final List<String> experiments = new ArrayList<>();
  private final Map<String, ObjectNode> runs = new LinkedHashMap<>();
  private String header;
  private String broken = "";
  private boolean down;
  private int numbers;

  /** What a request is refused with. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;

    Refusal(int status, String message) {
      super(message);
      this.status = status;
    }
  }

  FakeMlflow() throws IOException {
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("Fake MLflow").start(this::serve);
  }

  /** A request as it came in; all header names in lower case. */
  private record Request(String path, String query, Map<String, String> headers, byte[] body) {
    private static Request read(InputStream in) throws IOException {
      URI uri = URI.create(line(in).split(" ")[1]);
      Map<String, String> headers = new LinkedHashMap<>();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String[] parts = line.split(": ?", 2);
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      return new Request(uri.getPath(), uri.getRawQuery(), headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
        line.append((char) c);
      }
      return line.toString().strip();
    }
  }

  /** One connection after the other, until the socket is closed. */
  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        handle(Request.read(new BufferedInputStream(socket.getInputStream())), socket);
      } catch (IOException e) {
        down |= !server.isClosed(); // the test fails by what is then missing
      }
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** From this request on nothing works; the request itself is still carried out. */
  void failAfter(String path) {
    broken = path;
    down = false;
  }

  void requireHeader(String value) {
    header = value;
  }

  List<String> experiments() {
    return experiments;
  }

  int runs() {
    return runs.size();
  }

  /** A run by the id that Patchwork gave it. */
  JsonNode run(String id) {
    return runs.values().stream()
        .filter(run -> run.path("tags").path(MlflowServer.RUN_TAG).asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private synchronized void handle(Request request, Socket socket) throws IOException {
    int status = 200;
    JsonNode answer;
    try {
      answer = answer(request);
    } catch (Refusal e) {
      status = e.status;
      answer = mapper.createObjectNode().put("error_code", "X").put("message", e.getMessage());
    }
    byte[] bytes = mapper.writeValueAsBytes(answer);
    String head =
        "HTTP/1.1 " + status + " .\r\nContent-Length: " + bytes.length + "\r\nConnection: close";
    socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
  }

  private JsonNode answer(Request got) throws IOException, Refusal {
    JsonNode request = mapper.readTree(got.body());
    String path = got.path().replaceFirst("/api/2.0/mlflow/", "");
    if (header != null && !header.equals(got.headers().get("authorization"))) {
      throw new Refusal(401, "who are you");
    } else if (down) {
      throw new Refusal(AWAY, "out of order");
    }
    boolean breaks = path.equals(broken);
    JsonNode answer =
        switch (path) {
          case "experiments/get-by-name" -> byName(got.query());
          case "experiments/create" -> create(request);
          case "runs/search" -> search(request);
          case "runs/create" -> begin(request);
          case "runs/delete" -> delete(request);
          case "runs/log-batch" -> log(request);
          case "runs/update" -> update(request);
          default -> throw new Refusal(NOT_FOUND, "no such endpoint: " + path);
        };
    down = breaks;
    if (breaks && path.startsWith("experiments")) {
      throw new Refusal(AWAY, "out of order");
    }
    return answer;
  }

  private JsonNode byName(String query) throws Refusal {
    String name = URLDecoder.decode(query.replace("experiment_name=", ""), StandardCharsets.UTF_8);
    int index = experiments.indexOf(name);
    if (index < 0) {
      throw new Refusal(NOT_FOUND, "Could not find experiment with name " + name);
    }
    ObjectNode answer = mapper.createObjectNode();
    answer.putObject("experiment").put("experiment_id", "" + index).put("name", name);
    return answer;
  }

  private JsonNode create(JsonNode request) throws Refusal {
    String name = request.path("name").asText();
    if (experiments.contains(name)) {
      throw new Refusal(BAD_REQUEST, "Experiment exists");
    }
    experiments.add(name);
    return mapper.createObjectNode().put("experiment_id", "" + (experiments.size() - 1));
  }

  private JsonNode search(JsonNode request) throws Refusal {
    Matcher filter = FILTER.matcher(request.path("filter").asText());
    if (!filter.matches()) {
      throw new Refusal(BAD_REQUEST, "Invalid filter");
    }
    ObjectNode answer = mapper.createObjectNode();
    ArrayNode found = mapper.createArrayNode();
    runs.forEach(
        (id, run) -> {
          boolean same =
              run.path("tags").path(MlflowServer.RUN_TAG).asText().equals(filter.group(2));
          if (same && request.path("experiment_ids").toString().contains(experiment(run))) {
            ObjectNode one = found.addObject();
            ObjectNode info = one.putObject("info");
            info.put("run_id", id).put("status", run.path("status").asText());
            one.putObject("data").set("metrics", latest(run));
          }
        });
    if (!found.isEmpty()) { // an answer without runs has no such key
      answer.set("runs", found);
    }
    return answer;
  }

  /** The last value of each metric, as a server tells it. */
  private JsonNode latest(JsonNode run) {
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    run.path("metrics").forEach(metric -> latest.put(metric.path("key").asText(), metric));
    return mapper.createArrayNode().addAll(latest.values());
  }

  private static String experiment(JsonNode run) {
    return '"' + run.path("experiment_id").asText() + '"';
  }

  private JsonNode begin(JsonNode request) {
    String id = "run" + numbers++;
    ObjectNode run = mapper.createObjectNode();
    run.put("experiment_id", request.path("experiment_id").asText());
    run.put("start_time", request.path("start_time").asLong());
    run.put("status", "RUNNING");
    ObjectNode tags = run.putObject("tags");
    request
        .path("tags")
        .forEach(tag -> tags.put(tag.path("key").asText(), tag.path("value").asText()));
    run.putObject("params");
    run.putArray("metrics");
    runs.put(id, run);
    ObjectNode answer = mapper.createObjectNode();
    answer.putObject("run").putObject("info").put("run_id", id);
    return answer;
  }

  private JsonNode delete(JsonNode request) throws Refusal {
    required(request);
    runs.remove(request.path("run_id").asText());
    return mapper.createObjectNode();
  }

  private ObjectNode required(JsonNode request) throws Refusal {
    ObjectNode run = runs.get(request.path("run_id").asText());
    if (run == null) {
      throw new Refusal(NOT_FOUND, "Run not found");
    }
    return run;
  }

  private JsonNode log(JsonNode request) throws Refusal {
    ObjectNode run = required(request);
    if (request.path("params").size() > 100 || request.path("metrics").size() > 1000) {
      throw new Refusal(BAD_REQUEST, "A batch logging request can contain at most …");
    }
    for (JsonNode param : request.path("params")) {
      String name = param.path("key").asText();
      String value = param.path("value").asText();
      if (!name.matches("[/\\w.\\- ]*") || value.length() > 500 || run.path("params").has(name)) {
        throw new Refusal(BAD_REQUEST, "Invalid parameter " + name);
      }
      ((ObjectNode) run.path("params")).put(name, value);
    }
    for (JsonNode metric : request.path("metrics")) {
      if (!metric.path("value").isNumber() || metric.path("timestamp").asLong() <= 0) {
        throw new Refusal(BAD_REQUEST, "Invalid metric");
      }
      ((ArrayNode) run.path("metrics")).add(metric);
    }
    return mapper.createObjectNode();
  }

  private JsonNode update(JsonNode request) throws Refusal {
    ObjectNode run = required(request);
    run.put("status", request.path("status").asText());
    run.put("end_time", request.path("end_time").asLong());
    return mapper.createObjectNode();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
