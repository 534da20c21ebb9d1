// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.ModelPackage;
import org.patchwork.model.Project;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The file {@code project.patchwork}: the project model as XMI with a format version. */
public final class ProjectFile {
  /** Name of the file in the project folder. */
  public static final String FILE_NAME = "project.patchwork";

  /** Format written by this version. */
  public static final int VERSION = 1;

  private static final String VERSION_ATTRIBUTE = "formatVersion";

  private final Path file;
  private final int version;
  private final List<Migration> migrations;

  ProjectFile(Path folder) {
    this(folder, VERSION, List.of());
  }

  /** As the other constructor, for another present version with migrations up to it. */
  ProjectFile(Path folder, int version, List<Migration> migrations) {
    this.file = folder.resolve(FILE_NAME);
    this.version = version;
    this.migrations = List.copyOf(migrations);
  }

  Path path() {
    return file;
  }

  /**
   * What a project file holds.
   *
   * @param model in the present format
   * @param foundVersion format of the file
   */
  record Content(Project model, int foundVersion) {}

  /**
   * Reads the model, migrating an older format in memory.
   *
   * @throws ProjectFormatException if the file is missing, damaged or of a newer version; says what
   *     to do
   */
  Content read() throws ProjectFormatException {
    try {
      byte[] content = Files.readAllBytes(file);
      Document document = parse(content);
      int found = versionOf(document);
      if (found == version) {
        return new Content(load(content), found);
      }
      migrate(document, found);
      return new Content(load(serialize(document)), found);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project file "
              + file
              + " cannot be read ("
              + e.getMessage()
              + "). Choose a folder that holds a Patchwork project.",
          e);
    }
  }

  /** Writes a migrated model, keeping the file of the old format beside it. */
  void upgrade(Content content) throws WriteFailedException {
    Path old = file.resolveSibling(FILE_NAME + ".v" + content.foundVersion());
    try {
      Files.copy(file, old, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new WriteFailedException(
          "The project file of the old format could not be kept as " + old + ": " + e.getMessage(),
          e);
    }
    write(content.model());
  }

  boolean outdated(Content content) {
    return content.foundVersion() < version;
  }

  /** Replaces the file as a whole. */
  void write(Project project) throws WriteFailedException {
    Project copy = EcoreUtil.copy(project);
    copy.setFormatVersion(version);
    XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(FILE_NAME));
    resource.getContents().add(copy);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      resource.save(out, Map.of(XMLResource.OPTION_ENCODING, "UTF-8"));
      AtomicFile.write(file, out.toByteArray());
    } catch (IOException e) {
      throw new WriteFailedException(
          "The project settings could not be saved to "
              + file
              + " ("
              + e.getMessage()
              + "). Check free space and access rights, then try again.",
          e);
    }
  }

  private Document parse(byte[] content) throws ProjectFormatException, IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(
          null); // the exception says it all; the default prints to the console, too
      return builder.parse(new ByteArrayInputStream(content));
    } catch (SAXException e) {
      throw new ProjectFormatException(
          "The project file "
              + file
              + " is damaged: "
              + e.getMessage()
              + " Take project.patchwork from a backup; labels.db beside it is not affected.",
          e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The XML parser of this Java lacks a standard feature", e);
    }
  }

  private int versionOf(Document document) throws ProjectFormatException {
    Element root = document.getDocumentElement();
    if (!ModelPackage.eNS_URI.equals(root.getNamespaceURI())
        || !"Project".equals(root.getLocalName())) {
      throw new ProjectFormatException(
          "The file " + file + " is XML, but no Patchwork project. Choose another file or folder.");
    }
    String text = root.getAttribute(VERSION_ATTRIBUTE);
    if (!text.matches("[0-9]{1,9}")) {
      throw new ProjectFormatException(
          "The project file "
              + file
              + " does not say its format version (found \""
              + text
              + "\"). Take project.patchwork from a backup.");
    }
    return Integer.parseInt(text);
  }

  private void migrate(Document document, int found) throws ProjectFormatException {
    if (found > version) {
      throw new ProjectFormatException(
          "The project file "
              + file
              + " has format "
              + found
              + ", but this Patchwork knows formats up to "
              + version
              + ". Update Patchwork (Help > Check for Updates) to open this project.");
    }
    for (int from = found; from < version; from++) {
      int step = from;
      migrations.stream()
          .filter(migration -> migration.from() == step)
          .findFirst()
          .orElseThrow(
              () ->
                  new ProjectFormatException(
                      "The project file "
                          + file
                          + " has format "
                          + found
                          + ", which this Patchwork no longer reads. Open and save it with an older version first."))
          .change()
          .accept(document);
    }
    document.getDocumentElement().setAttribute(VERSION_ATTRIBUTE, Integer.toString(version));
  }

  private static byte[] serialize(Document document) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("A parsed document cannot be written", e);
    }
  }

  private Project load(byte[] content) throws ProjectFormatException {
    ModelPackage.eINSTANCE.eClass(); // registers the package
    XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(FILE_NAME));
    try {
      resource.load(new ByteArrayInputStream(content), Map.of());
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The project file "
              + file
              + " does not fit its format: "
              + e.getMessage()
              + ". Take project.patchwork from a backup; labels.db beside it is not affected.",
          e);
    }
    Project project = (Project) resource.getContents().get(0);
    resource.getContents().clear();
    return ModelDefaults.complete(project);
  }
}
