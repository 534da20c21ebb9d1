// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Runs before the first class of this bundle is handed out (lazy activation) and tells where the
 * fragment of this platform keeps TensorFlow's native libraries. Loads nothing.
 */
public final class Activator implements BundleActivator {

  @Override
  public void start(BundleContext context) throws IOException {
    URL folder =
        FileLocator.find(
            context.getBundle(), IPath.fromOSString("natives")); // also looks into fragments
    if (folder != null && !TensorFlowNative.isLocated()) {
      TensorFlowNative.locate(new File(FileLocator.toFileURL(folder).getPath()).toPath());
    }
  }

  @Override
  public void stop(BundleContext context) {
    // Native code stays loaded until the process ends.
  }
}
