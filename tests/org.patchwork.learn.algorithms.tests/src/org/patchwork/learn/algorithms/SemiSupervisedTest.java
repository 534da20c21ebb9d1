// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.conformance.SemiSupervisedConformance;
import org.patchwork.learn.network.Node;

class SemiSupervisedTest {
  private final ReferenceOps ops = new ReferenceOps();

  static List<SemiSupervised<?>> all() {
    return List.of(
        new FixMatch(), new MeanTeacher(), new EntropyMinimisation(), new DomainConfusion());
  }

  private static List<JsonNode> cases(String name) throws IOException {
    try (InputStream stream =
        SemiSupervisedTest.class.getResourceAsStream("semi-supervised.json")) {
      JsonNode found = new ObjectMapper().readTree(stream).get(name);
      return StreamSupport.stream(found.spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void keepsTheContract(SemiSupervised<?> algorithm) {
    conformance(algorithm).verify();
  }

  private static <P extends Record> SemiSupervisedConformance<P> conformance(
      SemiSupervised<P> checked) {
    return new SemiSupervisedConformance<>() {
      @Override
      protected SemiSupervised<P> algorithm() {
        return checked;
      }
    };
  }

  @Test
  void fixMatchAgreesWithTheOracle() throws IOException {
    List<JsonNode> cases = cases("fixmatch");
    for (JsonNode c : cases) {
      Node loss =
          FixMatch.loss(
              ops,
              Oracles.matrix(c.get("answers")),
              Oracles.matrix(c.get("strong")),
              c.get("threshold").asDouble());
      assertEquals(c.get("loss").asDouble(), ReferenceOps.value(loss).scalar(), 1e-6);
    }
    assertEquals(2, cases.size());
  }

  @Test
  void fixMatchLearnsNothingWhereNobodyIsSure() {
    Node unsure = ReferenceValue.of(new double[] {0.9, 0.1, 0.5, 0.94}, 2, 2);
    Node strong = ReferenceValue.of(new double[] {0, 1, 0, 1}, 2, 2);
    assertEquals(0, ReferenceOps.value(FixMatch.loss(ops, unsure, strong, 0.95)).scalar());
  }

  @Test
  void domainConfusionAgreesWithTheOracle() throws IOException {
    List<JsonNode> cases = cases("domainConfusion");
    for (JsonNode c : cases) {
      int[] domains = Oracles.ints(c.get("subsets"));
      double[] members = new double[c.get("count").asInt() * domains.length];
      for (int i = 0; i < domains.length; i++) {
        members[domains[i] * domains.length + i] = 1;
      }
      Node loss =
          DomainConfusion.loss(
              ops,
              Oracles.matrix(c.get("vectors")),
              ReferenceValue.of(members, c.get("count").asInt(), domains.length));
      assertEquals(c.get("loss").asDouble(), ReferenceOps.value(loss).scalar(), 1e-4);
    }
    assertEquals(3, cases.size());
  }

  @Test
  void oneSubsetAloneCostsNothing() {
    Node vectors = ReferenceValue.of(new double[] {1, 2, 3, 4}, 2, 2);
    Node all = ReferenceValue.of(new double[] {1, 1}, 1, 2);
    double loss = ReferenceOps.value(DomainConfusion.loss(ops, vectors, all)).scalar();
    assertTrue(Math.abs(loss) < 1e-9, "loss " + loss);
  }
}
