// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.patchwork.core.Param;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.tasks.LabelTask;
import org.patchwork.internal.pretraining.tasks.ProjectTasks;
import org.patchwork.internal.pretraining.tasks.ProjectTasks.ClassTask;
import org.patchwork.internal.pretraining.tasks.TaskTable;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;

/**
 * Learning from labels of several kinds at once (Caruana 1997): every task has layers of its own
 * behind the encoder, and an image counts for the tasks whose answer is known. Tasks are the groups
 * of classes and single classes of the project, or the text columns of a CSV file.
 */
public final class Multitask implements Trainer<Multitask.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Tasks",
              help =
                  "CSV file with a column filepath and a column of texts for each task, empty where"
                      + " not known; nothing for the classes of the project.")
          String tasks,
      @Param(
              label = "Weights",
              help =
                  "How much a task counts: equal, adaptive (by its uncertainty, Kendall et al."
                      + " 2018), or a number for each task, as in 1,0.5.")
          String weights,
      @Param(
              label = "Shared layers",
              help = "Layers between encoder and tasks: filters, p for pooling, d for dropout.")
          String sharedLayers,
      @Param(
              label = "Task layers",
              help = "Layers of each task of its own, before the maximum over the image.")
          String taskLayers,
      @Param(
              label = "Balance",
              help = "Draws images so that every task is asked as often as every other.")
          boolean balance,
      @Param(
              label = "Teacher",
              help =
                  "Id of a run of the project whose predictions are learnt as well; nothing for"
                      + " none.")
          String teacher,
      @Param(
              label = "Distil weight",
              help = "How much the divergence from the teacher counts beside the labels.",
              min = 0,
              max = 1000)
          double distilWeight) {
    static final String EQUAL = "equal";
    static final String ADAPTIVE = "adaptive";

    public Parameters() {
      this("", EQUAL, "", "128,p,128", true, "", 0);
    }

    public Parameters {
      HeadLayers.parse(sharedLayers);
      HeadLayers.parse(taskLayers);
      if (!weights.equals(EQUAL) && !weights.equals(ADAPTIVE)) {
        numbers(weights);
      }
    }

    boolean adaptive() {
      return weights.equals(ADAPTIVE);
    }

    /** One weight for each task. */
    double[] fixedWeights(int tasks) throws TrainingException {
      double[] fixed = new double[tasks];
      Arrays.fill(fixed, 1);
      if (!weights.equals(EQUAL) && !adaptive()) {
        fixed = numbers(weights);
      }
      if (fixed.length != tasks) {
        throw new TrainingException(
            "There are " + tasks + " tasks, but " + fixed.length + " weights: " + weights + ".");
      }
      return fixed;
    }

    private static double[] numbers(String text) {
      String[] parts = text.split(",", -1);
      double[] numbers = new double[parts.length];
      for (int i = 0; i < parts.length; i++) {
        if (!parts[i].strip().matches("\\d+(\\.\\d*)?|\\.\\d+")) {
          throw new IllegalArgumentException(
              "Weights are equal, adaptive, or numbers from 0 on with commas between them, not \""
                  + text
                  + "\".");
        }
        numbers[i] = Double.parseDouble(parts[i].strip());
      }
      return numbers;
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) throws TrainingException {
    List<LabelTask> tasks = new ArrayList<>();
    List<int[]> columns = new ArrayList<>();
    if (parameters.tasks().isBlank()) {
      for (ClassTask task : ProjectTasks.of(context.labels(), context.classes())) {
        tasks.add(task.task());
        columns.add(task.columns());
      }
    } else {
      tasks.addAll(
          TaskTable.read(context.folder().resolve(parameters.tasks().strip()), context.labels()));
    }
    if (tasks.isEmpty()) {
      throw new TrainingException(
          "There is nothing to learn: no class of the project has labels of two kinds. Label some"
              + " images, or name a CSV file of tasks.");
    }
    return new MultitaskRun(
        parameters,
        context,
        tasks,
        parameters.fixedWeights(tasks.size()),
        teacher(parameters, context, columns));
  }

  private static Optional<TaskTeacher> teacher(
      Parameters parameters, TrainerContext context, List<int[]> columns) throws TrainingException {
    if (parameters.teacher().isBlank() || parameters.distilWeight() == 0) {
      return Optional.empty();
    }
    if (columns.isEmpty()) {
      throw new TrainingException(
          "A run of the project can teach its classes only, not the tasks of a file. Leave either"
              + " away.");
    }
    try {
      PredictionTable says =
          RunPredictions.read(
                  context
                      .folder()
                      .resolve(RunPredictions.RUNS)
                      .resolve(parameters.teacher().strip()))
              .orElseThrow(
                  () ->
                      new TrainingException(
                          "The run " + parameters.teacher() + " has no predictions to teach."));
      return Optional.of(new TaskTeacher(says, context.labels().classIds(), columns));
    } catch (ProjectFormatException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }
}
