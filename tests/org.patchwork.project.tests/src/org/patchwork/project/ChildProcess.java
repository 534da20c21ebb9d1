// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.patchwork.core.LabelTable;
import org.patchwork.image.ImageSource;
import org.patchwork.model.Project;

/** Starts Java processes with the classes of this one. */
final class ChildProcess {
  private ChildProcess() {}

  static Process start(Class<?> main, Path errors, String... arguments)
      throws IOException, URISyntaxException {
    return start(List.of(), main, errors, arguments);
  }

  /**
   * Starts a class in a process.
   *
   * @param prefix a command that runs the command behind it, with its arguments; may be empty
   */
  static Process start(List<String> prefix, Class<?> main, Path errors, String... arguments)
      throws IOException, URISyntaxException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }

  /**
   * Where the classes are that the child needs; a build tool may have put them behind its own class
   * loader.
   */
  private static String classPath() throws URISyntaxException {
    Set<String> places =
        new LinkedHashSet<>(
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    for (Class<?> type :
        List.of(
            LabellingChild.class,
            ProjectSession.class,
            LabelTable.class,
            ImageSource.class,
            Project.class,
            EObject.class,
            XMLResource.class,
            org.eclipse.emf.common.util.URI.class,
            SubMonitor.class,
            IOperationHistory.class,
            org.sqlite.SQLiteDataSource.class,
            com.fasterxml.jackson.databind.ObjectMapper.class,
            com.fasterxml.jackson.core.JsonFactory.class,
            com.fasterxml.jackson.annotation.JsonProperty.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
