"""Reads a table of `acousticsense classify` in its three formats with pandas, pyarrow and DuckDB, and holds them against each other.

    tools/.venv/bin/python tools/read_tables.py STEM

STEM.csv, STEM.jsonl and STEM.parquet must come from the same inputs and model. Prints what was compared; fails at the first difference.
"""

import json
import sys

import duckdb
import numpy
import pandas
import pyarrow.parquet

TEXT = ["path", "genre", "confidence", "family", "codec", "model", "model_sha256", "precision", "engine", "version"]
DOUBLE = ["duration_s", "window_start_s", "window_s"]


def plain(cells):
    """Takes away the apostrophe that keeps a spreadsheet from running a cell."""
    guarded = cells.str.match("^'[=+\\-@\t\r]")
    return cells.where(~guarded, cells.str[1:])


def main(stem):
    csv = pandas.read_csv(f"{stem}.csv", keep_default_na=False, na_values={name: [""] for name in DOUBLE})
    parquet = pandas.read_parquet(f"{stem}.parquet")
    lines = [json.loads(line) for line in open(f"{stem}.jsonl", encoding="utf-8")]
    frame = pandas.read_json(f"{stem}.jsonl", lines=True)
    schema = {field.name: str(field.type) for field in pyarrow.parquet.read_schema(f"{stem}.parquet")}
    labels = [name for name in csv.columns[18:] if not name.endswith(("(raw)", "_ms"))]

    assert list(csv.columns) == list(parquet.columns) and len(csv) == len(parquet) == len(lines) == len(frame) > 0
    assert not csv.columns[0].startswith("\ufeff"), "the byte order mark became part of a name"
    for name in TEXT:
        assert schema[name] == "string", name
        assert (plain(csv[name]) == parquet[name]).all(), name
    for name in ["probability", *labels]:
        assert schema[name] == "float", name
        assert (csv[name].astype(numpy.float32) == parquet[name]).all(), name
    for name in DOUBLE:
        assert schema[name] == "double", name
        assert numpy.array_equal(csv[name].astype(float), parquet[name], equal_nan=True), name
    for name in ["silent", "looped"]:
        assert schema[name] == "bool" and (csv[name] == parquet[name]).all(), name
    for name in ["sample_rate_hz", "channels"]:
        assert schema[name] == "int32" and (csv[name] == parquet[name]).all(), name
    for row, line in zip(parquet.itertuples(index=False), lines, strict=True):
        row = dict(zip(parquet.columns, row, strict=True))
        audio, model = line["audio"], line["model"]
        assert [row[name] for name in ["path", "genre", "confidence", "engine", "version"]] == [
            line[name] for name in ["path", "genre", "confidence", "engine", "version"]
        ]
        assert (row["codec"], row["sample_rate_hz"], row["channels"]) == (audio["codec"], audio["sample_rate_hz"], audio["channels"])
        assert (row["model"], row["model_sha256"], row["precision"]) == (model["id"], model["sha256"], model["precision"])
        scores = {score["genre"]: numpy.float32(score["probability"]) for score in line["scores"]}
        assert all(scores[label] == numpy.float32(row[label]) for label in labels)
        assert abs(sum(float(row[label]) for label in labels) - 1) < 1e-5
    assert (frame["path"] == parquet["path"]).all()

    answers = []
    for file in [f"read_parquet('{stem}.parquet')", f"read_csv('{stem}.csv', header = true)", f"read_json('{stem}.jsonl')"]:
        query = f"select count(*), count(distinct path), count(distinct genre), sum(cast(probability as double)), count(duration_s) from {file}"
        answers.append(duckdb.sql(query).fetchall()[0])
    assert answers[0][:3] == answers[1][:3] == answers[2][:3], answers
    assert all(abs(answer[3] - float(parquet["probability"].astype(float).sum())) < 1e-4 * len(csv) for answer in answers), answers
    assert len({answer[4] for answer in answers}) == 1 and answers[0][4] == int(parquet["duration_s"].notna().sum()), answers
    print(f"{len(csv)} rows, {len(csv.columns)} columns, the same in CSV, JSON Lines and Parquet, by pandas, pyarrow and DuckDB")


if __name__ == "__main__":
    main(sys.argv[1])
