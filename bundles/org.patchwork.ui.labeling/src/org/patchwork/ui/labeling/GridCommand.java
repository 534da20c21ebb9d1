// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;

/** The commands of plugin.xml that move and look. */
enum GridCommand implements PluginCommand {
  OPEN_IMAGE("openImage", panel -> panel.grid().toggleFull()),
  BACK("back", panel -> panel.grid().escape()),
  ZOOM_IN("zoomIn", panel -> panel.grid().zoom(true)),
  ZOOM_OUT("zoomOut", panel -> panel.grid().zoom(false)),
  FIT("fit", panel -> panel.grid().fit()),
  ACTUAL_SIZE("actualSize", panel -> panel.grid().actualSize()),
  DISPLAY("display", panel -> panel.grid().toggleDisplay()),
  EQUALIZE("equalize", panel -> panel.grid().toggleEqualized()),
  SAMPLE("sample", panel -> panel.sampling().sample()),
  ADD_CONDITION("addCondition", panel -> panel.sampling().filterBar().openMenu()),
  SAVED_FILTERS("savedFilters", panel -> panel.sampling().saved().open()),
  ORDER("order", panel -> panel.sampling().order().combo().setFocus()),
  NEXT_PAGE("nextPage", LabelingPanel::nextPage),
  PREVIOUS_PAGE("previousPage", LabelingPanel::previousPage),
  BROWSE("browse", panel -> panel.grid().browser().toggle()),
  FIND_CLASS("findClass", panel -> panel.grid().finders().findClass()),
  GO_TO_IMAGE("goToImage", panel -> panel.grid().finders().goToImage()),
  KEYS("keys", LabelingPanel::showKeys);

  private final String name;
  private final Consumer<LabelingPanel> action;

  GridCommand(String name, Consumer<LabelingPanel> action) {
    this.name = name;
    this.action = action;
  }

  @Override
  public String id() {
    return PREFIX + name;
  }

  void run(LabelingPanel panel) {
    action.accept(panel);
  }
}
