# SPDX-License-Identifier: MIT
"""The times of `patchwork bench head`, measured in Keras, to be run beside it on the same machine.

    pip install tensorflow-cpu    # or tensorflow
    python head_keras.py          # prints one JSON object

The head is the one of the benchmark: one dense layer with sigmoid outputs, masked binary
cross-entropy, Adam with a learning rate of 1e-3. Every figure is the median of several repetitions
in one process, the first of which warms up and is not counted.
"""
import json
import statistics
import time

import keras
import numpy as np
import tensorflow as tf


def masked_bce(target, p):
    mask = tf.cast(target >= 0, tf.float32)
    p = tf.clip_by_value(p, 1e-7, 1 - 1e-7)
    bce = -target * tf.math.log(p) - (1 - target) * tf.math.log(1 - p)
    return tf.reduce_sum(mask * bce) / (tf.reduce_sum(mask) + 1e-7)


def data(rows, width, classes, seed=0):
    random = np.random.default_rng(seed)
    x = np.maximum(0, random.uniform(-1, 1, (rows, width))).astype(np.float32)
    y = (random.uniform(size=(rows, classes)) < 0.3).astype(np.float32)
    return x, y


def head(width, classes):
    model = keras.Sequential([keras.Input((width,)), keras.layers.Dense(classes, "sigmoid")])
    model.compile(keras.optimizers.Adam(1e-3), masked_bce)
    return model


def median_millis(repetitions, task):
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        task()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[1:])


def epoch_millis(batch):
    x, y = data(10_000, 512, 12)
    model = head(512, 12)
    return median_millis(
        12, lambda: model.fit(x, y, batch_size=batch, epochs=1, verbose=0))


def hundred_batches_millis():
    x, y = data(2_500, 1024, 12)
    model = head(1024, 12)

    def task():
        random = np.random.default_rng(1)
        cells = [np.flatnonzero(y[:, c] == v) for c in range(12) for v in (0, 1)]
        rows = [random.choice(cells[random.integers(len(cells))]) for _ in range(1600)]
        model.fit(x[rows], y[rows], batch_size=16, epochs=1, shuffle=False, verbose=0)

    return median_millis(8, task)


def prediction_millis():
    x, _ = data(50_000, 1024, 12)
    model = head(1024, 12)
    return median_millis(5, lambda: model.predict(x, batch_size=4096, verbose=0))


print(
    json.dumps(
        {
            "keras": keras.__version__,
            "tensorflow": tf.__version__,
            "epochMillisBatch32": epoch_millis(32),
            "epochMillisBatch128": epoch_millis(128),
            "hundredBatchesMillis": hundred_batches_millis(),
            "predictionMillis": prediction_millis(),
        },
        indent=2))
