# SPDX-License-Identifier: MIT
"""Writes models.zip, the SavedModels of SavedNetworkTest: python models.py FOLDER

Written with Keras 3.15.1 and TensorFlow 2.21.0. All weights and statistics are random, so that one
that is left out or taken for another changes the output. Beside each model that can be trained lies
outputs.f32: what Keras predicts for the two images that images() makes, float32, little-endian.
"""
import pathlib
import shutil
import sys

import keras
import numpy as np
import tensorflow as tf
from keras import layers

folder = pathlib.Path(sys.argv[1]) / "models"


def images(side):
    """Values from 0 to 255: pixel i is i * 37 % 251, divided by 250, times 255."""
    count = 2 * side * side * 3
    values = (np.arange(count) * 37 % 251).astype(np.float32) / np.float32(250) * np.float32(255)
    return values.reshape(2, side, side, 3)


def shaken(model):
    random = np.random.default_rng(7)
    for weight in model.weights:
        if "float" not in str(weight.dtype):
            continue
        noise = random.normal(0, 0.3, weight.shape)
        around_1 = weight.path.endswith(("gamma", "moving_variance"))
        weight.assign(np.clip(1 + noise, 0.3, 2) if around_1 else noise)
    return model


def small():
    """All forms of batch norm, a residual connection, depthwise and separable convolutions."""
    x = inputs = layers.Input((None, None, 3))
    x = layers.Rescaling(1 / 127.5, -1)(x)
    x = layers.Conv2D(8, 3, 2, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("swish")(x)  # a gradient of its own, in an IdentityN
    y = layers.DepthwiseConv2D(3, padding="same", use_bias=False)(x)
    y = layers.BatchNormalization(scale=False)(y)
    y = layers.ReLU(6)(y)
    y = layers.Conv2D(8, 3, padding="same", dilation_rate=2)(y)
    y = layers.BatchNormalization(center=False, epsilon=0.01)(y)
    x = layers.Add()([x, y])
    x = layers.Dropout(0.2)(x)
    x = layers.LayerNormalization()(x)
    x = layers.SeparableConv2D(16, 3, 2, padding="same", activation="gelu")(x)
    return shaken(keras.Model(inputs, x))


def vectors():
    """Images of one size to vectors, a model in a model, and a layer that is not to be trained."""
    inner = keras.Sequential(
        [
            layers.Input((12, 12, 6)),
            layers.Conv2D(8, 3, padding="same", activation="relu"),
            layers.BatchNormalization(),
            layers.MaxPooling2D(),
        ]
    )
    model = keras.Sequential(
        [
            layers.Input((24, 24, 3)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(6, 5, 2, padding="same", name="kept"),
            layers.BatchNormalization(),
            layers.LeakyReLU(),
            inner,
            layers.GlobalAveragePooling2D(),
            layers.Dense(10),
            layers.BatchNormalization(),
        ]
    )
    model.get_layer("kept").trainable = False
    return shaken(model)


class NoGradient(layers.Layer):
    """TensorFlow's C library has no gradient of this operation."""

    def call(self, x):
        return tf.raw_ops.Dilation2D(
            input=x,
            filter=tf.zeros((3, 3, x.shape[-1])),
            strides=[1, 1, 1, 1],
            rates=[1, 1, 1, 1],
            padding="SAME",
        )


class Dilated(layers.Layer):
    """In one operation, whose gradient is wrong; layers of Keras take three, which are right."""

    def call(self, x):
        return tf.nn.conv2d(x, tf.ones((3, 3, 4, 4)), 1, "SAME", dilations=2)


class Loop(layers.Layer):
    def call(self, x):
        return tf.while_loop(lambda y: tf.reduce_mean(y) > 1, lambda y: (y * 0.5,), (x,))[0]


class Table(layers.Layer):
    def __init__(self):
        super().__init__()
        pairs = tf.lookup.KeyValueTensorInitializer(
            tf.constant([0, 1], tf.int64), tf.constant([1.0, 2.0])
        )
        self.table = tf.lookup.StaticHashTable(pairs, 0.0)

    def call(self, x):
        return x * self.table.lookup(tf.cast(x > 0, tf.int64))


def with_layer(layer):
    return keras.Sequential([layers.Input((8, 8, 3)), layers.Conv2D(4, 3), layer])


def without_variables():
    return keras.Sequential([layers.Input((8, 8, 3)), layers.AveragePooling2D(2)])


def write(name, model, side=None, save=lambda model, path: model.export(path, verbose=False)):
    path = folder / name
    save(model, str(path))
    (path / "fingerprint.pb").unlink()
    shutil.rmtree(path / "assets", ignore_errors=True)
    if side:
        outputs = model.predict(images(side), verbose=0)
        (path / "outputs.f32").write_bytes(outputs.astype("<f4").tobytes())


if __name__ == "__main__":
    keras.utils.set_random_seed(3)
    write("small", small(), 20)
    write("vectors", vectors(), 24)
    write("saved", with_layer(layers.ReLU()), save=lambda model, path: tf.saved_model.save(model, path))
    write("no-gradient", with_layer(NoGradient()))
    write("loop", with_layer(Loop()))
    write("table", with_layer(Table()))
    write("dilated", with_layer(Dilated()))
    write("without-variables", without_variables())
    shutil.make_archive(str(folder), "zip", folder.parent, "models")
