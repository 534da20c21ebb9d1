// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.patchwork.core.TrainingException;
import org.tensorflow.TensorFlow;

/**
 * Gets TensorFlow's native library into the process, for DJL and for {@code org.tensorflow} alike,
 * and keeps its log quiet. The only place that touches the context class loader or the environment.
 *
 * <p>Where the library is looked for: the folder in the property or environment variable {@code
 * TENSORFLOW_LIBRARY_PATH} (in the product the {@link Activator} sets it to the platform fragment's
 * folder), else a {@code tensorflow-core-native} jar on a plain class path, which JavaCPP unpacks
 * to its cache.
 */
public final class TensorFlowNative {
  private static final String FOLDER = "TENSORFLOW_LIBRARY_PATH";
  private static final String LIBRARY = System.mapLibraryName("jnitensorflow");
  private static final String LOG_LEVEL = "TF_CPP_MIN_LOG_LEVEL";
  private static final String ERRORS_ONLY = "2";

  /** Where DJL warns that there is no graphics card. */
  private static final String CUDA_LOG = "org.slf4j.simpleLogger.log.ai.djl.util.cuda";

  /** As lasting as the library itself, which no process gets rid of. */
  private static volatile boolean loaded;

  private TensorFlowNative() {}

  /**
   * Names the folder with the libraries to DJL and to JavaCPP, both of which read it from system
   * properties.
   */
  static void locate(Path folder) {
    System.setProperty(FOLDER, folder.toString());
    System.setProperty("org.bytedeco.javacpp.platform.preloadpath", folder.toString());
    System.setProperty(
        "org.bytedeco.javacpp.maxBytes",
        "0"); // as DJL does: native memory is counted by TensorFlow
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
  }

  /** True if the folder of the libraries was named, by whomever. */
  static boolean isLocated() {
    return folder() != null;
  }

  /**
   * Loads the library; calling again changes nothing.
   *
   * @return version of the native library
   * @throws TrainingException if there is none for this platform; says how to get it
   */
  public static synchronized String load() throws TrainingException {
    try {
      silence();
      locate(isLocated() ? Path.of(folder()) : unpack());
      if (!Files.exists(Path.of(folder(), LIBRARY))) {
        throw new TrainingException(missing()); // without this check DJL would try to download it
      }
      startDjl();
      String version = TensorFlow.version();
      loaded = true;
      return version;
    } catch (LinkageError | EngineException | IllegalStateException e) {
      throw new TrainingException(missing(), e);
    }
  }

  /** True if somebody has loaded the library. */
  public static boolean isLoaded() {
    return loaded;
  }

  private static String folder() {
    String property = System.getProperty(FOLDER);
    return property != null ? property : System.getenv(FOLDER);
  }

  private static Path unpack() throws TrainingException {
    String entry = "org/tensorflow/internal/c_api/" + Loader.getPlatform() + "/" + LIBRARY;
    if (TensorFlowNative.class.getClassLoader().getResource(entry) == null) {
      throw new TrainingException(missing());
    }
    return Path.of(Loader.load(org.tensorflow.internal.c_api.global.tensorflow.class)).getParent();
  }

  private static String missing() {
    return "TensorFlow cannot be loaded on "
        + platform()
        + ". Install the feature Patchwork TensorFlow for this"
        + " platform, or set TENSORFLOW_LIBRARY_PATH to a folder with "
        + LIBRARY
        + (isLocated() ? "; it is " + folder() + " now." : ".");
  }

  private static String platform() {
    return (System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .toLowerCase(Locale.ROOT);
  }

  /**
   * DJL finds engines by the context class loader, which in a pool thread knows nothing of this
   * bundle.
   */
  private static void startDjl() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(TensorFlowNative.class.getClassLoader());
    try {
      Engine.getEngine("TensorFlow");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * TensorFlow logs from C++ at load, and listens to nothing but the environment of the process. A
   * level that the user set stays; without JNA the log is merely louder.
   */
  private static void silence() {
    if (System.getProperty(CUDA_LOG) == null) {
      System.setProperty(CUDA_LOG, "error");
    }
    if (System.getenv(LOG_LEVEL) != null) {
      return;
    }
    try {
      if (Platform.isWindows()) {
        function("ucrtbase", "_putenv_s").invokeInt(new Object[] {LOG_LEVEL, ERRORS_ONLY});
      } else {
        function(Platform.C_LIBRARY_NAME, "setenv")
            .invokeInt(new Object[] {LOG_LEVEL, ERRORS_ONLY, 0});
      }
    } catch (LinkageError e) {
      System.getLogger(TensorFlowNative.class.getName())
          .log(
              System.Logger.Level.DEBUG,
              "TensorFlow logs to the console, because JNA is missing.",
              e);
    }
  }

  private static Function function(String library, String name) {
    return NativeLibrary.getInstance(library).getFunction(name);
  }
}
