# SPDX-License-Identifier: MIT
"""Makes the array files beside it, as NumPy itself writes them (made with NumPy 2.4). Run in this folder."""
import numpy as np

vectors = np.arange(6, dtype="<f4").reshape(2, 3) / 4
np.save("float32.npy", vectors)
np.save("float16.npy", vectors.astype("<f2"))
np.save("float64.npy", vectors.astype("<f8"))
np.save("bigendian.npy", vectors.astype(">f4"))
np.save("maps.npy", np.arange(24, dtype="<f4").reshape(2, 2, 3, 2))
np.save("fortran.npy", np.asfortranarray(vectors))
np.save("integers.npy", np.arange(6).reshape(2, 3))
np.save("flat.npy", np.arange(6, dtype="<f4"))
np.save("empty.npy", np.zeros((0, 3), dtype="<f4"))
for version in (2, 3):
    with open(f"version{version}.npy", "wb") as file:
        np.lib.format.write_array(file, vectors, version=(version, 0))
