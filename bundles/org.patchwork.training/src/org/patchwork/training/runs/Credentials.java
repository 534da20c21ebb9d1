// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Who one is for an MLflow server, found where MLflow's own clients find it.
 *
 * @param header value of the header {@code Authorization}; empty for none
 */
record Credentials(Optional<String> header) {

  /** From the address, or else from MLflow's variables, a token before a password. */
  static Credentials of(URI address, Map<String, String> environment) {
    if (address.getUserInfo() != null) {
      return basic(address.getUserInfo());
    }
    String token = environment.get("MLFLOW_TRACKING_TOKEN");
    if (token != null) {
      return new Credentials(Optional.of("Bearer " + token));
    }
    String user = environment.get("MLFLOW_TRACKING_USERNAME");
    return user == null
        ? new Credentials(Optional.empty())
        : basic(user + ":" + environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", ""));
  }

  private static Credentials basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return new Credentials(Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes)));
  }

  /** Does not show the secret. */
  @Override
  public String toString() {
    return header.isPresent() ? "Credentials[…]" : "Credentials[none]";
  }
}
