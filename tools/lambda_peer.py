"""The same function as ours, in Python: an HTTP API event with an MP3 in, an HTTP response with the genres' probabilities out.

`cargo xtask sam-local --bench` starts it with AWS's own runtime client under AWS's emulator:

    MODEL=model.onnx TEMPERATURE=1 THREADS=1 aws-lambda-rie … python -m awslambdaric lambda_peer.handler

As one would deploy it: ONNX Runtime and librosa, nothing of PyTorch. Everything that can be done once is done while this is imported,
as AWS advises, so that the first event only pays for what an import cannot do.
"""

from __future__ import annotations

import base64
import io
import json
import os
from typing import Any

import librosa  # noqa: F401  (imported here so that no event pays for it)
import numpy as np
import onnxruntime

from cold_peer import light_front_end

OPTIONS = onnxruntime.SessionOptions()
OPTIONS.intra_op_num_threads = int(os.environ["THREADS"])
# The manifest's, which stands beside the file and not in it.
TEMPERATURE = float(os.environ["TEMPERATURE"])
SESSION = onnxruntime.InferenceSession(os.environ["MODEL"], OPTIONS, providers=["CPUExecutionProvider"])


def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """Answers an event of payload version 2.0 whose body is audio in base64."""
    audio = io.BytesIO(base64.b64decode(event["body"]))
    given = SESSION.get_inputs()[0]
    logits = SESSION.run([SESSION.get_outputs()[0].name], {given.name: light_front_end(audio)})[0][0] / TEMPERATURE
    raised = np.exp(logits - logits.max())
    body = json.dumps({"probabilities": (raised / raised.sum()).tolist()})
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": body}
