// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import java.util.Map;
import org.patchwork.learn.records.ProtoWriter;

/**
 * Summary values of TensorBoard's plugin for hyper-parameters ({@code plugins/hparams}: {@code
 * plugin_data.proto}, {@code api.proto}): the settings with which a session began, and that it
 * ended.
 */
final class HyperParameters {
  private static final int SUCCESS = 1;

  private HyperParameters() {}

  /** {@code SessionStartInfo}: fields 1 hparams, 4 group_name, 5 start_time_secs. */
  static ProtoWriter started(double seconds, String group, Map<String, ?> values) {
    ProtoWriter start = new ProtoWriter();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            start.message(1, new ProtoWriter().text(1, name).message(2, value(value)));
          }
        });
    start.text(4, group).number(5, seconds);
    return summary("_hparams_/session_start_info", new ProtoWriter().message(3, start));
  }

  /** {@code SessionEndInfo}: fields 1 status, 2 end_time_secs. */
  static ProtoWriter ended(double seconds) {
    ProtoWriter end = new ProtoWriter().varint(1, SUCCESS).number(2, seconds);
    return summary("_hparams_/session_end_info", new ProtoWriter().message(4, end));
  }

  /** {@code google.protobuf.Value}: fields 2 number_value, 3 string_value, 4 bool_value. */
  private static ProtoWriter value(Object value) {
    ProtoWriter out = new ProtoWriter();
    return switch (value) {
      case Boolean truth -> out.varint(4, truth ? 1 : 0);
      case Number number -> out.number(2, number.doubleValue());
      default -> out.text(3, value.toString());
    };
  }

  /** A value without a tensor: everything stands in the metadata, as content of the plugin. */
  private static ProtoWriter summary(String tag, ProtoWriter content) {
    ProtoWriter plugin = new ProtoWriter().text(1, "hparams").message(2, content);
    return new ProtoWriter().text(1, tag).message(9, new ProtoWriter().message(1, plugin));
  }
}
