// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchwork.learn.network.Node;

/**
 * What a trainer makes of its views.
 *
 * @param loss scalar that is to fall
 * @param measures further scalars for the log, by name
 */
public record EncoderLoss(Node loss, Map<String, Node> measures) {
  public EncoderLoss {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /** A loss alone. */
  public static EncoderLoss of(Node loss) {
    return new EncoderLoss(loss, Map.of());
  }

  /** The same with a further scalar for the log. */
  public EncoderLoss with(String name, Node measure) {
    Map<String, Node> more = new LinkedHashMap<>(measures);
    more.put(name, measure);
    return new EncoderLoss(loss, more);
  }
}
