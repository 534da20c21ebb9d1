// SPDX-License-Identifier: MIT
package org.patchwork.registry;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.learn.Algorithms;

class ExtensionCatalogsTest {
  private static final String POINT = "org.example.host.greetings";

  private final Object token = new Object();
  private final IExtensionRegistry registry =
      RegistryFactory.createRegistry(new RegistryStrategy(null, null), token, null);
  private final List<IStatus> problems = new ArrayList<>();

  /** A contribution that works. */
  public static final class Hello implements Supplier<String> {
    @Override
    public String get() {
      return "hello";
    }
  }

  /** A contribution whose constructor throws. */
  public static final class Broken implements Supplier<String> {
    public Broken() {
      throw new IllegalStateException("no greeting today");
    }

    @Override
    public String get() {
      return "never";
    }
  }

  /** A class that misses the contract. */
  public static final class Stranger {}

  @AfterEach
  void stop() {
    registry.stop(token);
  }

  @Test
  void contributionsComeInTheirOrderWithWhatThePlugInSays() {
    host();
    contribute("org.example.late", greeting("org.example.late.z", Hello.class, "order=\"20\""));
    contribute(
        "org.example.early",
        greeting(
            "org.example.early.b",
            Hello.class,
            "order=\"3\" description=\"Says it.\" paper=\"https://a.b\""));
    contribute("org.example.unordered", greeting("org.example.unordered.a", Hello.class, ""));

    List<Contribution<Supplier<String>>> all = read().all();

    assertEquals(
        List.of("org.example.early.b", "org.example.late.z", "org.example.unordered.a"),
        all.stream().map(Contribution::id).toList());
    Contribution<Supplier<String>> first = all.get(0);
    assertAll(
        () -> assertEquals("Greeting org.example.early.b", first.name()),
        () -> assertEquals("Says it.", first.description()),
        () -> assertEquals("https://a.b", first.paper()),
        () -> assertEquals("org.example.early", first.contributor()),
        () -> assertEquals("hello", first.instance().get()),
        () -> assertEquals(List.of(), problems));
  }

  @Test
  void brokenPlugInIsReportedOnceAndLeftOut() {
    host();
    contribute("org.example.bad", greeting("org.example.bad.x", Broken.class, ""));
    contribute("org.example.good", greeting("org.example.good.y", Hello.class, ""));

    assertEquals(List.of("org.example.good.y"), ids());
    assertOneProblem("org.example.bad", "org.example.bad.x", POINT);
  }

  @Test
  void classThatDoesNotExistIsReported() {
    host();
    contribute("org.example.bad", "<greeting id=\"a\" name=\"A\" class=\"org.example.Nowhere\"/>");

    assertEquals(List.of(), ids());
    assertOneProblem("org.example.bad", "\"a\"", POINT);
  }

  @Test
  void classThatMissesTheContractIsReported() {
    host();
    contribute("org.example.bad", greeting("a", Stranger.class, ""));

    assertEquals(List.of(), ids());
    assertOneProblem("org.example.bad", Stranger.class.getName(), Supplier.class.getName());
  }

  @Test
  void missingIdIsReported() {
    host();
    contribute("org.example.bad", "<greeting name=\"A\" class=\"" + Hello.class.getName() + "\"/>");

    assertEquals(List.of(), ids());
    assertOneProblem("org.example.bad", "id and name");
  }

  @Test
  void orderThatIsNoNumberIsReportedAndOfferedLast() {
    host();
    contribute("org.example.a", greeting("a", Hello.class, "order=\"first\""));
    contribute("org.example.b", greeting("b", Hello.class, "order=\"7\""));

    assertEquals(List.of("b", "a"), ids());
    assertOneProblem("org.example.a", "\"first\"");
  }

  @Test
  void duplicateIdNamesBothBundlesAndKeepsTheFirst() {
    host();
    contribute("org.example.second", greeting("same", Hello.class, "order=\"2\""));
    contribute("org.example.first", greeting("same", Hello.class, "order=\"1\""));

    assertEquals("org.example.first", read().require("same").contributor());
    assertTrue(problems.stream().allMatch(problem -> problem.getSeverity() == IStatus.ERROR));
    assertOneProblem("org.example.first", "org.example.second", "same");
  }

  @Test
  void withoutPlugInsEveryCatalogIsEmpty() {
    Algorithms algorithms = new ExtensionCatalogs(registry, problems::add).algorithms();

    assertTrue(algorithms.samplers().all().isEmpty());
    assertTrue(algorithms.engines().all().isEmpty());
    assertEquals(List.of(), problems);
  }

  private Catalog<Supplier<String>> read() {
    problems.clear();
    return new ExtensionCatalogs(registry, problems::add)
        .catalog(POINT, "greeting", Supplier.class);
  }

  private List<String> ids() {
    return read().all().stream().map(Contribution::id).toList();
  }

  private void assertOneProblem(String... parts) {
    assertEquals(1, problems.size(), problems::toString);
    for (String part : parts) {
      assertTrue(problems.get(0).getMessage().contains(part), problems.get(0)::getMessage);
    }
  }

  private void host() {
    add(
        "org.example.host",
        "<plugin><extension-point id=\"greetings\" name=\"Greetings\"/></plugin>");
  }

  private void contribute(String bundle, String elements) {
    add(bundle, "<plugin><extension point=\"" + POINT + "\">" + elements + "</extension></plugin>");
  }

  private static String greeting(String id, Class<?> type, String more) {
    return "<greeting id=\""
        + id
        + "\" name=\"Greeting "
        + id
        + "\" class=\""
        + type.getName()
        + "\" "
        + more
        + "/>";
  }

  private void add(String bundle, String xml) {
    boolean added =
        registry.addContribution(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
            ContributorFactorySimple.createContributor(bundle),
            false,
            "plugin.xml",
            null,
            token);
    assertTrue(added, "registry refused " + xml);
  }
}
