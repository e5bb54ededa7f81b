//! What stands below the options in the help of each command.

pub(crate) const TOP_EXAMPLES: &str = "\
Examples:
  acousticsense classify song.mp3                  one answer, as a table
  acousticsense classify Music/ -o genres.csv      a whole archive, as a spreadsheet
  acousticsense classify *.flac | jq .genre        JSON Lines for other programs
  acousticsense inspect song.mp3 --spectrogram song.png

Exit codes:
  0  every file was answered
  1  some files failed; the ledger or standard error says which and why
  2  the command line makes no sense, or the run could not go on
  130, 143  stopped by Ctrl-C or SIGTERM; go on with --resume";

pub(crate) const CLASSIFY_EXAMPLES: &str = "\
What comes out:
  on a terminal       a table: headline, how far to trust it, the top five
  into a pipe         JSON Lines, one report per file
  -o FILE.csv         one row per file, all probabilities (opens in Excel)
  -o FILE.jsonl       the same as JSON Lines
  -o FILE.parquet     the same, typed, for pandas, DuckDB and their like
  Rows stand in the order of the inputs, whatever --jobs is. The file appears
  under its name only when it is complete. Files that fail go to
  FILE.errors.csv (path, kind, reason) and never stop the run.

What may be named:
  files, folders, patterns ('Music/**/*.flac', quoted or not), M3U playlists,
  CSV tables with a column \"path\", text with one path per line, and - for
  such text on standard input. Paths in a list count from the list's folder.
  A file that comes up twice is judged once.
  s3://bucket/key and s3://bucket/prefix, here and (keys) in lists: under a
  prefix, what is named like audio and not empty. A list in S3: --manifest.

When a run was interrupted (Ctrl-C, a lost machine, a full disk):
  the same command with --resume goes on where it was, and the table comes out
  the same. What was judged is kept in FILE.journal until then.

In S3 (-o s3://bucket/run/genres.csv):
  the table, its ledger, shards and journals lie beside each other there. A
  failure of S3 is no file's fault: the run ends with 2, go on with --resume.
  Region and credentials come from where AWS's own tools have them.

How far to trust it:
  confident  above 0.7     the genre can be taken as it is
  contested  0.4 to 0.7    other genres compete, compare the first few
  atypical   below 0.4     unusual or poor audio (or silence)

Examples:
  acousticsense classify song.mp3
  acousticsense classify Music/ more/*.ogg -o genres.csv
  acousticsense classify talk.mp3 --start 90
  acousticsense classify Music/ --model models/mine -o genres.jsonl --jobs 8
  acousticsense classify Music/ -o genres.csv --resume
  acousticsense classify list.txt -o genres.parquet --shard 1/4
  find Music -name '*.mp3' | acousticsense classify - -o genres.csv

Names: a file name that is not UTF-8 is written as the shell would quote it,
e.g. $'caf\\351.mp3', so that it can be pasted back.

Exit codes: 0 all done, 1 some files failed, 2 usage or the run could not go
on, 130 or 143 stopped by Ctrl-C or SIGTERM.";

pub(crate) const PLAN_EXAMPLES: &str = "\
Examples:
  acousticsense plan s3://archive/tapes/ -o s3://archive/run/manifest
  acousticsense classify --manifest s3://archive/run/manifest \\
    -o s3://archive/run/genres.csv --shard 1/2
  acousticsense merge --manifest s3://archive/run/manifest \\
    -o s3://archive/run/genres.csv

A plan fixes what a run is about, whatever arrives meanwhile. In S3 it goes by
names and sizes: what is in an object shows when it is judged.

Exit codes: 0 done, 2 there is nothing to judge, or nothing could be written.";

pub(crate) const MERGE_EXAMPLES: &str = "\
Examples:
  acousticsense classify list.txt -o genres.csv --shard 1/2
  acousticsense classify list.txt -o genres.csv --shard 2/2
  acousticsense merge genres.csv.shard-* -o genres.csv

The shards may be merged into any format, whatever they were made for. A shard
that is missing, unfinished, there twice or of another run is refused.

Exit codes: 0 all done, 1 some files failed, 2 the shards cannot be merged.";

pub(crate) const PROBE_EXAMPLES: &str = "\
Examples:
  acousticsense probe                              the built-in engine
  acousticsense probe --engine cuda                is the GPU usable?
  acousticsense probe --engine cuda --model models/mine --runs 50

The engine answers stored pictures of noise, whose right answers the model
brings along, and is refused if it is off by more than the model's precision
allows. classify does the same before it begins.

Exit codes: 0 it computes right, 2 it does not, or does not run.";

pub(crate) const INSPECT_EXAMPLES: &str = "\
Examples:
  acousticsense inspect song.mp3
  acousticsense inspect song.mp3 --start 30 --spectrogram song.png
  acousticsense inspect song.mp3 --pixels song.npy
  python -c 'import numpy; print(numpy.load(\"song.npy\").shape)'

Exit codes: 0 done, 1 the file cannot be judged, 2 usage or nothing could run.";
