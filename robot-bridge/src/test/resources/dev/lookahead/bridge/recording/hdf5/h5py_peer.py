"""Writes a file as stable-worldmodel's HDF5Writer does, or prints what is in one."""
import sys

import h5py
import numpy as np


def write(path):
    episodes = [4, 3]
    with h5py.File(path, "w", libver="latest") as file:
        steps = {
            "pixels": np.zeros((0, 3, 4, 3), np.uint8),
            "action": np.zeros((0, 2), np.float32),
            "proprio": np.zeros((0, 2), np.float64),
            "state": np.zeros((0, 3), np.float32),
        }
        for name, sample in steps.items():
            file.create_dataset(
                name,
                shape=sample.shape,
                maxshape=(None, *sample.shape[1:]),
                dtype=sample.dtype,
                chunks=(1, *sample.shape[1:]),
                compression={"pixels": "gzip", "state": "lzf"}.get(name),
                shuffle=name == "state",
                fletcher32=name == "proprio",
            )
        file.create_dataset("ep_len", shape=(0,), maxshape=(None,), dtype=np.int32)
        file.create_dataset("ep_offset", shape=(0,), maxshape=(None,), dtype=np.int64)
        offset = 0
        for number, length in enumerate(episodes):
            rows = np.arange(offset, offset + length)
            action = np.stack([rows * 0.5, -rows], 1).astype(np.float32)
            action[-1] = np.nan
            columns = {
                "pixels": (rows[:, None, None, None] * 20
                           + np.arange(3)[:, None, None] * 9
                           + np.arange(4)[:, None] * 2
                           + np.arange(3) % 3).astype(np.uint8),
                "action": action,
                "proprio": np.stack([rows + 0.25, rows * 2.0], 1),
                "state": np.stack([rows, rows + 1, rows + 2], 1).astype(np.float32),
            }
            for name, values in columns.items():
                file[name].resize(offset + length, axis=0)
                file[name][offset:offset + length] = values
            for name, value in (("ep_len", length), ("ep_offset", offset)):
                file[name].resize(number + 1, axis=0)
                file[name][number] = value
            offset += length


def describe(path):
    with h5py.File(path, "r", swmr=True) as file:
        for name in sorted(file.keys()):
            data = file[name][:]
            print(name, data.dtype, list(data.shape), repr(float(np.nansum(data.astype(np.float64)))))
        lengths, offsets = file["ep_len"][:], file["ep_offset"][:]
        for length, offset in zip(lengths, offsets):
            print("last action is nan", bool(np.isnan(file["action"][offset + length - 1]).all()))


{"write": write, "describe": describe}[sys.argv[1]](sys.argv[2])
