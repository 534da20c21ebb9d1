# SPDX-License-Identifier: MIT
"""Loads a model that Patchwork exported, in TensorFlow and as a layer of Keras 3.

    pip install tensorflow pillow
    python load_in_keras.py PROJECT/pretraining/RUN/model photo.jpg another.jpg
    python load_in_keras.py PROJECT/runs/RUN/full_model --range 1 photo.jpg

Extractors of `patchwork pretrain` take values from 0 to 255, models of `patchwork train` and
`patchwork distil` from 0 to 1 (--range 1). Prints what comes out for each image, and how far the two
ways differ.

To compare with what Patchwork stored, give its .npy and the CSV that `patchwork export PROJECT`
writes, whose lines are in the same order, and the folder of the images:

    python load_in_keras.py MODEL --expected PROJECT/features/NAME/features.npy \\
        --labels labels.csv --images PROJECT/images

Equal to the last digits only where images have the size of the model already: Patchwork resizes by
areas, this script by Pillow's box filter.
"""
import argparse
import csv
import pathlib
import re

import keras
import numpy as np
import tensorflow as tf
from PIL import Image

WINDOW = re.compile(r"^(.*)#xywh=(\d+),(\d+),(\d+),(\d+)$")


def pixels(path, shape, white):
    """An image, or a window of one, as the signature wants it."""
    window = WINDOW.match(str(path))
    image = Image.open(window.group(1) if window else path)
    if window:
        x, y, width, height = map(int, window.groups()[1:])
        image = image.crop((x, y, x + width, y + height))
    height, width, channels = shape
    image = image.convert("L" if channels == 1 else "RGB").resize((width, height), Image.BOX)
    return np.asarray(image, np.float32).reshape(shape) * np.float32(white / 255)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", help="folder with saved_model.pb")
    parser.add_argument("files", nargs="*", help="images")
    parser.add_argument("--range", type=float, default=255, help="the value of white")
    parser.add_argument("--expected", help=".npy with what Patchwork stored")
    parser.add_argument("--labels", help="CSV with the images of the project, in its order")
    parser.add_argument("--images", default=".", help="folder of the images in the CSV")
    parser.add_argument("--rows", type=int, default=500, help="compare so many, at most")
    given = parser.parse_args()

    loaded = tf.saved_model.load(given.model).signatures["serving_default"]
    (name, taken), = loaded.structured_input_signature[1].items()
    layer = keras.layers.TFSMLayer(given.model, call_endpoint="serving_default")

    files = given.files
    if given.labels:
        with open(given.labels, newline="", encoding="utf-8") as lines:
            paths = [line["filepath"] for line in csv.DictReader(lines)]
        files = [pathlib.Path(given.images) / path for path in paths[: given.rows]]
    images = np.stack([pixels(file, taken.shape[1:], given.range) for file in files])

    direct = np.concatenate([loaded(**{name: tf.constant(part)}).popitem()[1]
                             for part in np.array_split(images, -(-len(images) // 64))])
    in_keras = np.concatenate([next(iter(layer(part).values()))
                               for part in np.array_split(images, -(-len(images) // 64))])
    print("input", name, tuple(taken.shape), "output", direct.shape)
    print("largest difference between tf.saved_model.load and TFSMLayer:",
          np.abs(direct - in_keras).max())
    if given.expected:
        expected = np.load(given.expected)[: len(direct)].reshape(direct.shape)
        print("largest difference from what Patchwork stored:", np.abs(direct - expected).max(),
              "of values up to", np.abs(expected).max())
    else:
        for file, output in zip(files, direct):
            print(file, output.mean(axis=(0, 1)) if output.ndim == 3 else output)


if __name__ == "__main__":
    main()
