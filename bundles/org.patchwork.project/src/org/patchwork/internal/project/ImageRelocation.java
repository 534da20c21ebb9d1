// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.core.ProjectFormatException;

/**
 * Keeps track of where the images of an open project are. The image root is stored relative to the
 * project folder, so that both can move together, and remembered as it was seen last, so that the
 * project folder can move or be copied alone.
 */
public final class ImageRelocation {
  private static final String LAST_ROOT = "image-root-seen";
  private static final String MOVED = "moved-image-folders";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenedProject project;
  private volatile ImagePlaces places;

  ImageRelocation(OpenedProject project) {
    this.project = project;
    this.places = new ImagePlaces(storedRoot(), Map.of());
  }

  /** Where the images are now. */
  public ImagePlaces places() {
    return places;
  }

  private Path storedRoot() {
    return ImageRoot.resolve(project.folder(), project.models().model().getImageRoot());
  }

  void load(LabelDatabase store, List<String> problems) throws ProjectFormatException {
    Path root = storedRoot();
    String seen = store.setting(LAST_ROOT);
    if (seen != null && !Files.isDirectory(root) && Files.isDirectory(Path.of(seen))) {
      Path before = root;
      root = Path.of(seen);
      problems.add(
          "The project folder was moved or copied; its images are still in "
              + root
              + " (not in "
              + before
              + ").");
    }
    places = new ImagePlaces(root, moved(store.setting(MOVED)));
    if (!project.readOnly() && Files.isDirectory(root)) {
      remember(root, seen);
    }
  }

  private void remember(Path root, String seen) {
    if (!root.equals(storedRoot())) {
      String text = ImageRoot.toText(project.folder(), root);
      project.updateSettings(model -> model.setImageRoot(text));
    }
    if (!root.toString().equals(seen)) {
      project.remember(LAST_ROOT, root.toString());
    }
  }

  private Map<String, Path> moved(String json) {
    Map<String, Path> moved = new LinkedHashMap<>();
    if (json != null && !json.isEmpty()) {
      try {
        JSON.readValue(json, new TypeReference<Map<String, String>>() {})
            .forEach((from, to) -> moved.put(from, ImageRoot.resolve(project.folder(), to)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The list of moved folders is no JSON: " + json, e);
      }
    }
    return moved;
  }

  void settingsChanged() {
    places = new ImagePlaces(storedRoot(), places.moved());
  }

  /**
   * Makes other folders the places of the images; waits until that is stored.
   *
   * @param root folder of the relative paths
   * @param moved new folders by the beginning of the paths of their images
   */
  public void relocate(Path root, Map<String, Path> moved) throws ProjectFormatException {
    project.requireWritable();
    Path absolute = root.toAbsolutePath().normalize();
    ImagePlaces next = new ImagePlaces(absolute, moved);
    Map<String, String> stored = new LinkedHashMap<>();
    next.stored(project.folder()).forEach(each -> stored.put(each.getKey(), each.getValue()));
    try {
      String json = JSON.writeValueAsString(stored);
      project.await(() -> project.remember(MOVED, json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Folders cannot be written as JSON: " + stored, e);
    }
    places = next;
    project.await(() -> project.remember(LAST_ROOT, absolute.toString()));
    String text = ImageRoot.toText(project.folder(), absolute);
    project.await(() -> project.updateSettings(model -> model.setImageRoot(text)));
  }
}
