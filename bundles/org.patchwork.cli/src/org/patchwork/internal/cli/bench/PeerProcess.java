// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.PatchworkException;
import org.patchwork.pretraining.PretrainingBenchmark;

/**
 * Another program that takes the steps of the benchmark when it is asked to. It is started with the
 * folder of the images as its last argument, prints a line {@code {"peer": name}} when it is ready,
 * answers each line {@code uncounted steps} with a line {@code {"stepsPerSecond": number}}, and
 * ends at the end of its input. What it prints on its error output is passed on.
 */
final class PeerProcess implements PretrainingBenchmark.Peer, AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;
  private final String name;

  private PeerProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.name = answer().path("peer").asText("peer");
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param command words with spaces between
   */
  static PeerProcess start(String command, Path images) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.strip().split("\\s+")));
    words.add(images.toString());
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return new PeerProcess(process);
    } catch (IOException e) {
      process.destroy();
      throw e;
    }
  }

  String name() {
    return name;
  }

  @Override
  public double stepsPerSecond(int uncounted, int steps) throws PatchworkException {
    try {
      questions.write(uncounted + " " + steps);
      questions.newLine();
      questions.flush();
      return answer().path("stepsPerSecond").asDouble();
    } catch (IOException e) {
      throw new PatchworkException("The peer cannot be measured: " + e.getMessage() + ".", e);
    }
  }

  private JsonNode answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(
          "the program "
              + process.info().command().orElse("of the peer")
              + " ended; start it by itself to see why");
    }
    try {
      return JsonMapper.builder().build().readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException("it answers \"" + line + "\", which is no JSON", e);
    }
  }

  @Override
  public void close() throws IOException {
    questions.close(); // the end of its input ends it
    answers.close();
    process.destroy();
  }
}
