// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.TrainingException;

/** Sends JSON to a server and reads what it answers. */
final class RestClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int LONGEST_QUOTE = 200;

  private final ObjectMapper mapper = new ObjectMapper();
  private final URI address;
  private final String prefix;
  private final Credentials credentials;
  private HttpClient client;

  /** What came back. */
  record Answer(int status, String body) {}

  /**
   * A client; nothing is sent yet.
   *
   * @param prefix of all paths, behind that of the address
   */
  RestClient(URI address, String prefix, Credentials credentials) {
    this.address = address;
    this.prefix = prefix;
    this.credentials = credentials;
  }

  /** The address as it may be shown: without user and password. */
  String address() {
    String user = address.getRawUserInfo();
    return user == null ? address.toString() : address.toString().replace(user + "@", "");
  }

  Answer get(String path) throws TrainingException {
    return send(request(path).GET());
  }

  Answer post(String path, JsonNode body) throws TrainingException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path) {
    String base = address().replaceAll("/+$", "");
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + prefix + path)).timeout(ANSWER);
    credentials.header().ifPresent(value -> builder.header("Authorization", value));
    return builder;
  }

  private Answer send(HttpRequest.Builder request) throws TrainingException {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(CONNECT)
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new TrainingException(
          "The server "
              + address()
              + " cannot be reached"
              + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
              + ". Check that it is running, and the address.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    }
  }

  /**
   * The content of an answer that must be a good one.
   *
   * @throws TrainingException if the server refused; says what it said
   */
  JsonNode required(Answer answer) throws TrainingException {
    if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
      throw new TrainingException(
          address()
              + " wants to know who you are. Set MLFLOW_TRACKING_USERNAME and"
              + " MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, before you start Patchwork.");
    } else if (answer.status() >= FIRST_ERROR) {
      throw new TrainingException(
          address() + " refused with status " + answer.status() + ": " + said(answer) + ".");
    }
    try {
      return mapper.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new TrainingException(
          address() + " does not answer as an MLflow server does. Check the address.", e);
    }
  }

  /** The message in the answer, or its beginning. */
  private String said(Answer answer) {
    String body = answer.body();
    String said = body.substring(0, Math.min(LONGEST_QUOTE, body.length()));
    try {
      return mapper.readTree(body).path("message").asText(said);
    } catch (JsonProcessingException e) {
      return said; // a page for a browser, as proxies send it
    }
  }
}
