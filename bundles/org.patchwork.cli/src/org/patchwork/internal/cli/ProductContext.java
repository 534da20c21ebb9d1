// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.FrameworkUtil;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReader;
import org.patchwork.learn.Algorithms;
import org.patchwork.registry.ExtensionCatalogs;

/**
 * The product as its extension registry describes it. Catalogs are made when first asked for, so
 * that help is quick.
 */
public final class ProductContext implements CommandContext {
  private final IExtensionRegistry registry;
  private final Path directory;
  private final Supplier<Algorithms> algorithms;
  private final Supplier<ImageLoader> images;
  private final Supplier<Catalog<Command<?>>> commands;

  public ProductContext(IExtensionRegistry registry, Path directory) {
    this.registry = registry;
    this.directory = directory;
    this.algorithms = new Lazy<>(() -> catalogs().algorithms());
    this.images = new Lazy<>(() -> new ImageLoader(readers()));
    this.commands =
        new Lazy<>(
            () -> catalogs().catalog("org.patchwork.cli.commands", "command", Command.class));
  }

  private ExtensionCatalogs catalogs() {
    return ExtensionCatalogs.logging(registry);
  }

  private Catalog<ImageReader> readers() {
    return catalogs().catalog("org.patchwork.image.readers", "reader", ImageReader.class);
  }

  @Override
  public Algorithms algorithms() {
    return algorithms.get();
  }

  @Override
  public ImageLoader images() {
    return images.get();
  }

  @Override
  public Catalog<Command<?>> commands() {
    return commands.get();
  }

  @Override
  public String version() {
    return FrameworkUtil.getBundle(ProductContext.class).getVersion().toString();
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  /** A value made once, when first asked for. */
  private static final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized T get() {
      if (value == null) {
        value = maker.get();
      }
      return value;
    }
  }
}
