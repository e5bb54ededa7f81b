"""The training loop: epochs that can be repeated one by one, so that an interruption at any moment costs at most one of them.

Every epoch seeds all generators anew from the run's seed and its own number, and everything that lasts from one to the next stands in one
file that is replaced in one step. What a run comes to therefore does not depend on how often it was interrupted.
"""

from __future__ import annotations

import copy
import json
import math
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.augment import Pixels, Strength, mixed
from training.collection import Refusal, Rows

CHECKPOINT, LOG = "checkpoint.pt", "log.jsonl"


@dataclass(frozen=True)
class Recipe:
    """How a network is trained."""

    epochs: int = 30
    batch: int = 64
    lr: float = 1e-3
    weight_decay: float = 0.05
    warmup: int = 2
    """Epochs in which the learning rate rises."""
    smoothing: float = 0.1
    keep: float = 0.5
    """Part of the patches that a transformer sees while it learns."""
    ema: float = 0.998
    """Decay of the moving average of the weights per step; it is the average that is saved."""
    patience: int = 8
    """Epochs without a better validation loss after which it ends."""
    distil: float = 0.5
    """Share of the teacher's answers in the targets, where there is a teacher."""
    balanced: bool = False
    """Whether rare classes count more, by the inverse of their share."""
    clip: float = 1.0
    seed: int = 1
    strength: Strength = field(default_factory=Strength)


@dataclass
class Place:
    """Where and on what a network is trained."""

    folder: Path
    device: torch.device
    half: bool
    """bf16 for what autocast deems safe."""
    stop_after: int | None = None
    """Ends the run after this many epochs as if it were interrupted; for tests."""


def write(path: Path, save: Any) -> None:
    """Writes beside the place and renames: a file is there as a whole or not at all."""
    beside = path.with_name(f".{path.name}.partial")
    with beside.open("wb") as file:
        save(file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def rate(step: int, steps: int, warm: int) -> float:
    """The learning rate's share: a linear rise, then half a cosine down to a hundredth."""
    if step < warm:
        return (step + 1) / warm
    return 0.01 + 0.99 * 0.5 * (1.0 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


class Data:
    """Rows in batches, on the device. A file gives one of its windows per epoch; to validate, its first."""

    def __init__(self, rows: Rows, device: torch.device) -> None:
        self.rows, self.device = rows, device
        self.log_power = rows.about["stage"] == "log-power"
        self.pixels = Pixels(rows.about, device) if self.log_power else None
        learns = np.flatnonzero(~rows.validates)
        order = np.argsort(rows.file[learns], kind="stable")
        self.windows = np.split(learns[order], np.flatnonzero(np.diff(rows.file[learns][order])) + 1)
        self.checked = np.flatnonzero(rows.validates & rows.first)

    def chosen(self, dice: np.random.Generator) -> np.ndarray:
        """One row of every file that is learnt from, shuffled."""
        rows = np.array([windows[dice.integers(len(windows))] for windows in self.windows])
        return dice.permutation(rows)

    def values(self, rows: np.ndarray) -> Tensor:
        """What the front end drew, f32 on the device."""
        # Sorted, a mapped file is read from front to back.
        order = np.argsort(rows)
        drawn = np.empty((len(rows), *self.rows.values.shape[1:]), np.float32)
        drawn[order] = self.rows.values[rows[order]]
        return torch.from_numpy(drawn).to(self.device)

    def labels(self, rows: np.ndarray) -> Tensor:
        """Classes."""
        return torch.from_numpy(self.rows.label[rows]).to(self.device)

    def plain(self, rows: np.ndarray) -> Tensor:
        """Pixels as the product draws them."""
        values = self.values(rows)
        return beside(self.pixels.plain(values) if self.pixels else values)

    def augmented(self, rows: np.ndarray, strength: Strength) -> Tensor:
        """Pixels changed at random; where pictures were drawn, only masks are left."""
        values = self.values(rows)
        return beside(self.pixels.augmented(values, strength) if self.pixels else masked(values, strength))


def beside(pixels: Tensor) -> Tensor:
    """Pixels with their channels side by side in memory, as the networks' convolutions want them."""
    return pixels.contiguous(memory_format=torch.channels_last)


def masked(pixels: Tensor, strength: Strength) -> Tensor:
    """SpecAugment on finished pictures [N, C, H, W]: the widths are in parts of a picture as those of a spectrogram are."""
    fill = pixels.mean(dim=(1, 2, 3), keepdim=True)
    for side, count, widest in ((2, strength.frequency_masks, strength.frequency_width / 128.0), (3, strength.time_masks, strength.time_width / 431.0)):
        size = pixels.shape[side]
        place = torch.arange(size, device=pixels.device)[None]
        for _ in range(count):
            width = torch.rand(len(pixels), 1, device=pixels.device) * widest * size
            start = torch.rand(len(pixels), 1, device=pixels.device) * (size - width)
            hidden = (place >= start) & (place < start + width)
            pixels = torch.where(hidden[:, None, :, None] if side == 2 else hidden[:, None, None, :], fill, pixels)
    return pixels


class Run:
    """A network on its way."""

    def __init__(self, network: nn.Module, classes: int, data: Data, recipe: Recipe, place: Place, teacher: nn.Module | None = None) -> None:
        # Convolutions with few channels take half the time when a pixel's channels lie side by side; a transformer's matrices do not mind.
        self.network = network.to(place.device, memory_format=torch.channels_last)
        self.classes, self.data, self.recipe, self.place = classes, data, recipe, place
        self.teacher = teacher.to(place.device).eval() if teacher else None
        self.average = copy.deepcopy(self.network).eval().requires_grad_(False)
        decayed = [p for p in network.parameters() if p.ndim > 1]
        others = [p for p in network.parameters() if p.ndim <= 1]
        self.optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": recipe.weight_decay},
                                            {"params": others, "weight_decay": 0.0}], lr=recipe.lr, betas=(0.9, 0.98), fused=True)
        self.epoch, self.best, self.best_state, self.curves = 0, None, None, []
        counts = np.bincount(data.rows.label[np.concatenate(data.windows)], minlength=classes)
        weights = counts.sum() / np.maximum(counts, 1) / classes if recipe.balanced else np.ones(classes)
        self.weights = torch.from_numpy(weights).float().to(place.device)

    def train(self) -> bool:
        """Goes on to the end; False when it was stopped before."""
        self.place.folder.mkdir(parents=True, exist_ok=True)
        self._go_on()
        begin, first = time.monotonic(), self.epoch
        while self.epoch < self.recipe.epochs and not self._enough():
            line = self._epoch()
            self.epoch += 1
            self.curves.append(line)
            self._keep()
            spent = time.monotonic() - begin
            left = spent / (self.epoch - first) * (self.recipe.epochs - self.epoch)
            print(f"epoch {self.epoch}/{self.recipe.epochs}: loss {line['loss']:.3f}, validation loss {line['validation_loss']:.3f}, "
                  f"top-1 {line['top1']:.1%}, top-3 {line['top3']:.1%}, {line['seconds']:.0f} s, {clock(left)} left at most", file=sys.stderr)
            if self.place.stop_after is not None and self.epoch - first >= self.place.stop_after:
                return self.epoch >= self.recipe.epochs
        return True

    def _enough(self) -> bool:
        return self.best is not None and self.epoch - self.best["epoch"] >= self.recipe.patience

    def _epoch(self) -> dict[str, Any]:
        begin, recipe = time.monotonic(), self.recipe
        torch.manual_seed(recipe.seed * 1_000_003 + self.epoch)
        dice = np.random.default_rng((recipe.seed, self.epoch))
        chosen = self.data.chosen(dice)
        per_epoch = max(1, len(chosen) // recipe.batch)
        self.network.train()
        self.network.keep = recipe.keep
        total, told = 0.0, time.monotonic()
        for number in range(per_epoch):
            rows = chosen[number::per_epoch][:recipe.batch] if len(chosen) >= recipe.batch else chosen
            step = self.epoch * per_epoch + number
            for group in self.optimizer.param_groups:
                group["lr"] = recipe.lr * rate(step, recipe.epochs * per_epoch, max(1, recipe.warmup * per_epoch))
            total += self._step(rows, step)
            if time.monotonic() - told > 15.0:
                told = time.monotonic()
                left = (told - begin) / (number + 1) * (per_epoch - number - 1)
                print(f"  epoch {self.epoch + 1}: {number + 1} of {per_epoch} batches, loss {total / (number + 1):.3f}, {clock(left)} left in it",
                      file=sys.stderr)
        line = {"epoch": self.epoch + 1, "loss": total / per_epoch, "lr": self.optimizer.param_groups[0]["lr"], **self.check(),
                "seconds": time.monotonic() - begin}
        if self.best is None or line["validation_loss"] < self.best["validation_loss"]:
            self.best = dict(line)
            self.best_state = copy.deepcopy(self.average.state_dict())
        return line

    def _step(self, rows: np.ndarray, step: int) -> float:
        recipe = self.recipe
        with torch.no_grad():
            pixels = self.data.augmented(rows, recipe.strength)
            hard = nn.functional.one_hot(self.data.labels(rows), self.classes).float()
            targets = hard * (1.0 - recipe.smoothing) + recipe.smoothing / self.classes
            pixels, targets = mixed(pixels, targets, recipe.strength.mixup)
            weight = targets @ self.weights
            if self.teacher is not None:
                with torch.autocast(self.place.device.type, torch.bfloat16, enabled=self.place.half):
                    answers = self.teacher(pixels).float().softmax(dim=1)
                targets = torch.lerp(targets, answers, recipe.distil)
        with torch.autocast(self.place.device.type, torch.bfloat16, enabled=self.place.half):
            logits = self.network(pixels).float()
        loss = -(targets * logits.log_softmax(dim=1)).sum(dim=1)
        loss = (loss * weight).sum() / weight.sum()
        if not torch.isfinite(loss):
            raise FloatingPointError(f"the loss became {float(loss)}; try a lower --lr")
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), recipe.clip)
        self.optimizer.step()
        # At first the average would remember nothing but the beginning.
        decay = min(recipe.ema, (1 + step) / (10 + step))
        with torch.no_grad():
            for mean, value in zip(self.average.state_dict().values(), self.network.state_dict().values(), strict=True):
                if mean.is_floating_point():
                    mean.lerp_(value, 1.0 - decay)
                else:
                    mean.copy_(value)
        return float(loss.detach())

    @torch.no_grad()
    def check(self) -> dict[str, float]:
        """Loss and accuracy of the averaged weights on what was never learnt from, as the product would draw it."""
        losses, ranks = [], []
        for start in range(0, len(self.data.checked), 128):
            rows = self.data.checked[start:start + 128]
            labels = self.data.labels(rows)
            logits = self.average(self.data.plain(rows)).float()
            losses.append(nn.functional.cross_entropy(logits, labels, reduction="none"))
            ranks.append((logits > logits.gather(1, labels[:, None])).sum(dim=1))
        loss, rank = torch.cat(losses), torch.cat(ranks)
        return {"validation_loss": float(loss.mean()), "top1": float((rank < 1).float().mean()), "top3": float((rank < 3).float().mean())}

    def _keep(self) -> None:
        state = {"epoch": self.epoch, "network": self.network.state_dict(), "average": self.average.state_dict(),
                 "optimizer": self.optimizer.state_dict(), "best": self.best, "best_state": self.best_state, "curves": self.curves,
                 "of": self._of()}
        write(self.place.folder / CHECKPOINT, lambda file: torch.save(state, file))
        # After the checkpoint: a line that it does not know of would be written twice.
        lines = "".join(json.dumps(line) + "\n" for line in self.curves)
        write(self.place.folder / LOG, lambda file: file.write(lines.encode()))

    def _go_on(self) -> None:
        path = self.place.folder / CHECKPOINT
        if not path.exists():
            return
        state = torch.load(path, map_location=self.place.device, weights_only=True)
        if state["of"] != self._of():
            raise Refusal(f"{path} is of another run (other data, options or network); choose another --out or delete it")
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.best, self.best_state, self.curves = state["epoch"], state["best"], state["best_state"], state["curves"]
        print(f"going on after epoch {self.epoch}", file=sys.stderr)

    def _of(self) -> str:
        shapes = {name: list(tensor.shape) for name, tensor in self.network.state_dict().items()}
        return json.dumps([asdict(self.recipe), shapes, self.data.rows.sha256, self.teacher is not None])

    def result(self) -> nn.Module:
        """The averaged weights of the best epoch."""
        network = copy.deepcopy(self.average)
        network.load_state_dict(self.best_state if self.best_state is not None else self.average.state_dict())
        return network.eval()


def clock(seconds: float) -> str:
    """Hours, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min {rest:02} s"
