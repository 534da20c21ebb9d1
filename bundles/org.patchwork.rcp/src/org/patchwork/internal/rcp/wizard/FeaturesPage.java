// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.internal.rcp.project.FeatureChoice;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.ui.ParameterForm;

/**
 * How the images become features: one of the installed extractors, a NumPy file, or nothing for
 * now.
 */
final class FeaturesPage extends WizardPage {
  private final Catalog<FeatureExtractorType<?>> extractors;
  private Combo kind;
  private Composite details;
  private ParameterForm<?> form;
  private Text npy;

  FeaturesPage(Catalog<FeatureExtractorType<?>> extractors) {
    super("features");
    this.extractors = extractors;
    setTitle("Features");
    setDescription(
        "The model learns from features of the images. The first choice needs no download.");
  }

  @Override
  public void createControl(Composite parent) {
    Fields fields = new Fields(parent);
    fields.label("&Features:");
    kind = new Combo(fields.grid(), SWT.READ_ONLY);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(kind);
    extractors.all().forEach(extractor -> kind.add(extractor.name()));
    kind.add("NumPy file (.npy), one row per image");
    kind.add("None for now");
    kind.select(Math.max(0, indexOf("kmeans")));
    details = new Composite(fields.grid(), SWT.NONE);
    details.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(details);
    kind.addListener(SWT.Selection, event -> showDetails());
    setControl(fields.grid());
    showDetails();
  }

  FeatureChoice choice() {
    int index = kind.getSelectionIndex();
    if (index < extractors.all().size()) {
      return extract(extractors.all().get(index));
    }
    return index == extractors.all().size()
        ? new FeatureChoice.Npy(Path.of(npy.getText().strip()))
        : new FeatureChoice.None();
  }

  private FeatureChoice extract(Contribution<FeatureExtractorType<?>> extractor) {
    return new FeatureChoice.Extract(extractor.id(), values(form));
  }

  private static <P extends Record> Map<String, Object> values(ParameterForm<P> form) {
    P value = form.value();
    @SuppressWarnings("unchecked") // the class of a P is a Class<P>
    Class<P> type = (Class<P>) value.getClass();
    return ParameterSchema.of(type).values(value);
  }

  private int indexOf(String shortId) {
    for (int i = 0; i < extractors.all().size(); i++) {
      if (extractors.all().get(i).shortId().equals(shortId)) {
        return i;
      }
    }
    return -1;
  }

  private void showDetails() {
    for (org.eclipse.swt.widgets.Control child : details.getChildren()) {
      child.dispose();
    }
    form = null;
    npy = null;
    int index = kind.getSelectionIndex();
    Composite content;
    if (index < extractors.all().size()) {
      content = extractorDetails(extractors.all().get(index));
    } else if (index == extractors.all().size()) {
      Fields fields = new Fields(details);
      npy =
          fields.file(
              "&File:", "float16, float32 or float64, one row per image in table order.", "*.npy");
      npy.addListener(SWT.Modify, event -> validate());
      content = fields.grid();
    } else {
      content = new Fields(details).grid();
    }
    ((StackLayout) details.getLayout()).topControl = content;
    details.layout(true, true);
    validate();
  }

  private Composite extractorDetails(Contribution<FeatureExtractorType<?>> extractor) {
    Fields fields = new Fields(details);
    fields.note(extractor.description());
    Composite holder = new Composite(fields.grid(), SWT.NONE);
    holder.setLayout(new FillLayout());
    GridDataFactory.fillDefaults().grab(true, true).span(3, 1).applyTo(holder);
    form = newForm(holder, extractor.instance());
    form.addChangeListener(this::validate);
    new Label(fields.grid(), SWT.NONE);
    return fields.grid();
  }

  private static <P extends Record> ParameterForm<P> newForm(
      Composite parent, FeatureExtractorType<P> type) {
    return new ParameterForm<>(parent, type.parameterType());
  }

  private void validate() {
    String problem = null;
    if (npy != null && !Files.isRegularFile(Path.of(npy.getText().strip()))) {
      problem = "Choose a .npy file.";
    } else if (form != null && form.problem().isPresent()) {
      problem = form.problem().get();
    }
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }
}
