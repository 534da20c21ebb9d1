// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.random.RandomGenerator;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Shapes;

/**
 * A network that is another one but for a detail. A proxy and no class that forwards method by
 * method, because {@link Network} grows with every layer that is added to it, and none of them is
 * to be forgotten here.
 */
final class ChangedNetwork {
  private ChangedNetwork() {}

  /** What is done with a call; {@code network} is the one that is changed. */
  private interface Change {
    Object call(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  /** The network with a prefix before the name of every layer and weight. */
  static Network prefixed(Network network, String prefix) {
    return proxy(
        (method, arguments) -> {
          if (arguments == null || !(arguments[0] instanceof String name)) {
            return method.invoke(network, arguments);
          }
          Object[] changed = arguments.clone();
          changed[0] = prefix + name;
          return method.invoke(network, changed);
        });
  }

  /**
   * The network with dropout that drops the same values of every input, drawn now, in place of
   * dropout that draws anew in training and drops nothing in prediction.
   */
  static Network masked(Network network, RandomGenerator random) {
    return proxy(
        (method, arguments) -> {
          if (method.getName().equals("dropout")) {
            return mask(network, (Node) arguments[0], (double) arguments[1], random, false);
          }
          if (method.getName().equals("spatialDropout")) {
            return mask(network, (Node) arguments[0], (double) arguments[1], random, true);
          }
          return method.invoke(network, arguments);
        });
  }

  private static Node mask(
      Network network, Node x, double rate, RandomGenerator random, boolean channels) {
    Shapes.requireRate(rate);
    if (rate == 0) {
      return x;
    }
    int[] shape = channels ? new int[] {x.size(-1)} : behindBatch(x.shape());
    int size = 1;
    for (int part : shape) {
      size *= part;
    }
    float[] mask = new float[size];
    for (int i = 0; i < size; i++) {
      mask[i] = random.nextDouble() >= rate ? (float) (1 / (1 - rate)) : 0;
    }
    return network.multiply(x, network.constant(mask, shape));
  }

  private static int[] behindBatch(int[] shape) {
    int[] rest = new int[shape.length - 1];
    System.arraycopy(shape, 1, rest, 0, rest.length);
    return rest;
  }

  private static Network proxy(Change change) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return change.call(method, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (Network)
        Proxy.newProxyInstance(
            Network.class.getClassLoader(), new Class<?>[] {Network.class}, handler);
  }
}
