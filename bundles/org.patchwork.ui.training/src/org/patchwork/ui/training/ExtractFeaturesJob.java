// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageSource;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.FeatureRequest;
import org.patchwork.training.FeatureService;

/**
 * Makes the features of all images of a project and trains on them from then on. Cancelled, failed
 * or killed, it goes on where it stopped when it is run again under the same id. The Progress view
 * shows images a second and time left.
 */
public final class ExtractFeaturesJob extends Job {
  private final ProjectSession session;
  private final FeatureService service;
  private final FeatureRequest request;
  private final ImageSource images;
  private final String id;
  private final CompletableFuture<FeatureSetInfo> result = new CompletableFuture<>();

  /**
   * An extraction to schedule.
   *
   * @param images all images of the project, in table order
   * @param id name of the feature set, which becomes its folder
   */
  public ExtractFeaturesJob(
      ProjectSession session,
      FeatureService service,
      FeatureRequest request,
      ImageSource images,
      String id) {
    super("Compute features " + id);
    this.session = session;
    this.service = service;
    this.request = request;
    this.images = images;
    this.id = id;
    setUser(false);
  }

  /**
   * Completes on the thread of the job when the features are there and active; with a {@link
   * PatchworkException} if they cannot be made, cancelled if the job was cancelled. Images that
   * could not be read stand in the result.
   */
  public CompletableFuture<FeatureSetInfo> result() {
    return result;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      FeatureSetInfo info = extract(monitor);
      result.complete(info);
      return info.unreadable().isEmpty() ? Status.OK_STATUS : Status.info(unreadable(info));
    } catch (OperationCanceledException e) {
      result.cancel(false);
      return Status.CANCEL_STATUS;
    } catch (PatchworkException | IllegalArgumentException | IllegalStateException e) {
      result.completeExceptionally(e);
      return Status.warning("The features " + id + " could not be computed: " + e.getMessage(), e);
    } catch (RuntimeException
        | LinkageError e) { // the boundary: extractors and the engine may throw anything
      result.completeExceptionally(e);
      return Status.error("The features " + id + " could not be computed", e);
    }
  }

  @Override
  protected void canceling() {
    if (getState() != RUNNING) {
      result.cancel(false);
    }
  }

  private FeatureSetInfo extract(IProgressMonitor monitor) throws PatchworkException {
    Path folder = session.newFeatureFolder(id);
    FeatureSetInfo info =
        service.extract(
            request, images, folder, progress -> monitor.subTask(progress.text()), monitor);
    session.activateFeatures(id);
    return info;
  }

  private static String unreadable(FeatureSetInfo info) {
    FeatureSetInfo.UnreadableImage first = info.unreadable().get(0);
    int others = info.unreadable().size() - 1;
    return "Features "
        + info.id()
        + ": "
        + first.problem()
        + (others == 0 ? "" : " The same holds for " + others + " more.")
        + " They have no features and are not trained on.";
  }
}
