# SPDX-License-Identifier: MIT
"""The steps of `patchwork bench pretrain` in Python TensorFlow, to be measured in turn with it.

    pip install tensorflow-cpu    # or tensorflow
    patchwork bench pretrain --peer "python pretrain_tf.py"

The same network (a stem and four stages with one residual block each, 1.2 million weights), head,
loss (NT-Xent), optimiser (Adam) and augmentation (the preset simclr of Patchwork) as a tf.function
over a tf.data pipeline with parallel maps and prefetching. Answers each line "uncounted steps" of
its input with one JSON line.
"""
import json
import os
import pathlib
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import tensorflow as tf

SIZE = 64
PAIRS = 64


def crop(image):
    """A random box of 40 % to all of the area, proportions 3:4 to 4:3, enlarged bicubically."""
    begin, size, _ = tf.image.sample_distorted_bounding_box(
        [SIZE, SIZE, 3],
        tf.zeros([0, 0, 4]),
        min_object_covered=0.4,
        aspect_ratio_range=(3 / 4, 4 / 3),
        area_range=(0.4, 1),
        max_attempts=100,
        use_image_if_no_bounding_boxes=True,
    )
    return tf.image.resize(tf.slice(image, begin, size), [SIZE, SIZE], "bicubic")


def blur(image):
    """Gaussian, sigma 0.1 to 2, seven taps each way, for one image in two."""
    sigma = tf.random.uniform([], 0.1, 2)
    taps = tf.exp(-tf.range(-3.0, 4) ** 2 / (2 * sigma**2))
    taps = tf.tile(tf.reshape(taps / tf.reduce_sum(taps), [7, 1, 1, 1]), [1, 1, 3, 1])

    def apply():
        x = tf.nn.depthwise_conv2d(image[None], taps, [1] * 4, "SAME")
        return tf.nn.depthwise_conv2d(x, tf.transpose(taps, [1, 0, 2, 3]), [1] * 4, "SAME")[0]

    return tf.cond(tf.random.uniform([]) < 0.5, apply, lambda: image)


def view(image):
    image = crop(tf.image.random_flip_left_right(image))
    image *= tf.random.uniform([], 0.2, 1.8)
    image = tf.image.random_contrast(image, 0.2, 1.8)
    image = tf.image.random_saturation(image, 0.2, 1.8)
    image = tf.image.random_hue(image, 0.2)
    return tf.ensure_shape(tf.clip_by_value(blur(image), 0, 1), [SIZE, SIZE, 3])


def load(path):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(tf.cast(image, tf.float32) / 255, [SIZE, SIZE])


def both(path):
    image = load(path)
    return view(image), view(image)


def batches(folder):
    files = sorted(str(file) for file in pathlib.Path(folder).rglob("*.jpg"))
    data = tf.data.Dataset.from_tensor_slices(files).shuffle(len(files)).repeat()
    data = data.map(both, num_parallel_calls=tf.data.AUTOTUNE, deterministic=False)
    return data.batch(PAIRS, drop_remainder=True).prefetch(tf.data.AUTOTUNE)


def norm(x):
    return keras.layers.BatchNormalization()(x)


def conv(x, filters, size, step):
    return keras.layers.Conv2D(filters, size, step, "same", use_bias=False)(x)


def network():
    images = keras.Input((SIZE, SIZE, 3))
    x = keras.layers.ReLU()(norm(conv(images, 16, 3, 1)))
    for stage in range(1, 5):
        filters = 16 << stage
        inner = keras.layers.ReLU()(norm(conv(x, filters, 3, 2)))
        outer = norm(conv(inner, filters, 3, 1))
        x = keras.layers.ReLU()(outer + norm(conv(x, filters, 1, 2)))
    x = keras.layers.GlobalAveragePooling2D()(x)
    x = keras.layers.ReLU()(norm(keras.layers.Dense(256)(x)))
    return keras.Model(images, norm(keras.layers.Dense(128, use_bias=False)(x)))


def loss(first, second, temperature=0.1):
    rows = tf.math.l2_normalize(tf.concat([first, second], 0), -1)
    logits = tf.matmul(rows, rows, transpose_b=True) / temperature
    logits -= 1e9 * tf.eye(2 * PAIRS)
    positives = tf.roll(tf.range(2 * PAIRS), PAIRS, 0)
    return tf.reduce_mean(
        tf.nn.sparse_softmax_cross_entropy_with_logits(labels=positives, logits=logits))


def main():
    model = network()
    optimizer = keras.optimizers.Adam(1e-3)
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(first, second):
        with tf.GradientTape() as tape:
            value = loss(model(first, training=True), model(second, training=True))
        gradients = tape.gradient(value, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return value

    data = iter(batches(sys.argv[-1]))
    step(*next(data))
    print(json.dumps({"peer": "TensorFlow " + tf.__version__}), flush=True)
    for line in sys.stdin:
        uncounted, steps = map(int, line.split())
        for _ in range(uncounted):
            step(*next(data)).numpy()
        start = time.perf_counter()
        for _ in range(steps):
            step(*next(data)).numpy()
        print(json.dumps({"stepsPerSecond": steps / (time.perf_counter() - start)}), flush=True)


main()
