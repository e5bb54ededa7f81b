//! Damage to what holds a pickle or the numbers: ZIP directories, legacy streams, safetensors headers. Weights are left alone.

use super::opcodes::{change, cut};
use super::random::{Random, get, put};

/// A pickle's opcodes.
pub(super) type Program = Vec<Vec<u8>>;

/// One changed file and what was changed, in words.
pub(super) fn damage(bytes: &[u8], donor: &Program, random: &mut Random) -> (Vec<u8>, String) {
    if random.percent(4) {
        return blind(bytes.to_vec(), random);
    }
    let damaged = if bytes.starts_with(b"PK") {
        if random.percent(70) { in_archive(bytes, donor, random) } else { Some(directory(bytes.to_vec(), random)) }
    } else if bytes.starts_with(b"\x80") {
        stream(bytes, donor, random)
    } else {
        header(bytes, random)
    };
    damaged.unwrap_or_else(|| blind(bytes.to_vec(), random))
}

/// A file's pickle, for others to take from.
pub(super) fn program(bytes: &[u8]) -> Option<Program> {
    let entries = entries(bytes)?;
    let (_, pickle) = entries.iter().find(|(name, _)| name.ends_with(b"data.pkl"))?;
    Some(cut(pickle)?.0)
}

/// Bytes of any file, near one of its ends, and its length.
fn blind(mut bytes: Vec<u8>, random: &mut Random) -> (Vec<u8>, String) {
    for _ in 0..1 + random.below(3) {
        let end = bytes.len();
        let at = if random.percent(50) { random.below(end.min(400)) } else { end - 1 - random.below(end.min(400)) };
        match random.below(5) {
            0 => bytes.truncate(at.max(1)),
            1 => drop(bytes.drain(at..end.min(at + 1 + random.below(16)))),
            2 => drop(bytes.splice(at..at, std::iter::repeat_n(random.next() as u8, 1 + random.below(64)))),
            _ => bytes[at] = random.next() as u8,
        }
        if bytes.is_empty() {
            bytes.push(b'P');
        }
    }
    (bytes, "bytes at an end".to_owned())
}

fn changes(program: &mut Program, donor: &Program, random: &mut Random) -> String {
    let all: Vec<String> = (0..random.of(&[1, 1, 1, 2, 3])).map(|_| change(program, donor, random)).collect();
    all.join(", ")
}

/// Names and contents of a ZIP file's stored entries, read as its directory has them.
fn entries(bytes: &[u8]) -> Option<Vec<(Vec<u8>, Vec<u8>)>> {
    let mut found = Vec::new();
    for at in marks(bytes, b"PK\x01\x02") {
        let fixed = bytes.get(at..at + 46)?;
        let (size, header) = (get(fixed, 20, 4) as usize, get(fixed, 42, 4) as usize);
        let name = bytes.get(at + 46..at + 46 + get(fixed, 28, 2) as usize)?;
        let local = bytes.get(header..header + 30)?;
        let begin = header + 30 + get(local, 26, 2) as usize + get(local, 28, 2) as usize;
        found.push((name.to_vec(), bytes.get(begin..begin.checked_add(size)?)?.to_vec()));
    }
    (!found.is_empty()).then_some(found)
}

fn marks(bytes: &[u8], mark: &[u8; 4]) -> Vec<usize> {
    bytes.windows(4).enumerate().filter(|(_, window)| window == mark).map(|(at, _)| at).collect()
}

/// The pickle in a new archive whose checksums and sizes are mostly right: only so does a reader get to see it.
fn in_archive(bytes: &[u8], donor: &Program, random: &mut Random) -> Option<(Vec<u8>, String)> {
    let mut entries = entries(bytes)?;
    let place = entries.iter().position(|(name, _)| name.ends_with(b"data.pkl"))?;
    let (mut program, rest) = cut(&entries[place].1).map(|(program, rest)| (program, rest.to_vec()))?;
    let what = changes(&mut program, donor, random);
    let was = crc32fast::hash(&entries[place].1);
    entries[place].1 = [program.concat(), rest].concat();
    // One time in ten the checksum of before.
    let stale = random.percent(10).then_some((place, was));
    let wide = random.percent(15);
    Some((archive(&entries, stale, wide), what))
}

/// Files of a few bytes, said many times over: each stands for far more than it holds. With what the reader must say of it.
pub(super) fn repeated() -> [(&'static str, Vec<u8>); 3] {
    // The memo: 0 the id of a storage, 1 the function, 2 its arguments, 3 a tensor of six numbers.
    let id: &[u8] = b"(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\x000X\x03\0\0\0cpuK\x06tq\x000";
    let tensor: &[u8] = b"ctorch._utils\n_rebuild_tensor_v2\nq\x010(h\x00QK\x00K\x06\x85K\x01\x85\x89Ntq\x020h\x01h\x02Rq\x030";
    let key = [b"X", &1_000_u32.to_le_bytes()[..], &[b'n'; 1_000]].concat();
    let file = |key: &[u8], piece: &[u8], times: usize| {
        let pickle = [b"\x80\x02", id, tensor, b"}", key, b"](", &piece.repeat(times), b"es."].concat();
        archive(&[(b"archive/data.pkl".to_vec(), pickle), (b"archive/data/0".to_vec(), vec![0; 24])], None, false)
    };
    [
        // A tensor under a name of a kilobyte; a call; a storage.
        ("its values are entangled", file(&key, b"h\x03", 500_000)),
        ("it holds over", file(b"K\x00", b"h\x01h\x02R", 500_000)),
        ("it holds over", file(b"K\x00", b"h\x00Q", 1_000_000)),
    ]
}

/// A ZIP file of stored entries; with `wide`, sizes and offsets stand in ZIP64 fields.
fn archive(entries: &[(Vec<u8>, Vec<u8>)], stale: Option<(usize, u32)>, wide: bool) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for (index, (name, data)) in entries.iter().enumerate() {
        let crc = stale.filter(|(place, _)| *place == index).map_or_else(|| crc32fast::hash(data), |(_, crc)| crc);
        let header = file.len() as u64;
        let size = data.len() as u64;
        let short = |value: u64| if wide { u32::MAX } else { value as u32 };
        let mut fields = [0; 26];
        put(&mut fields, 10, 4, crc.into());
        put(&mut fields, 14, 4, size);
        put(&mut fields, 18, 4, size);
        put(&mut fields, 22, 2, name.len() as u64);
        file.extend([b"PK\x03\x04", &fields[..], name, data].concat());
        put(&mut fields, 14, 4, short(size).into());
        put(&mut fields, 18, 4, short(size).into());
        let extra = if wide { [&[1, 0, 24, 0], &[size, size, header].map(u64::to_le_bytes).concat()[..]].concat() } else { Vec::new() };
        put(&mut fields, 24, 2, extra.len() as u64);
        directory.extend([b"PK\x01\x02\0\0", &fields[..], &[0; 10], &short(header).to_le_bytes(), name, &extra].concat());
    }
    let (count, size, start) = (entries.len() as u64, directory.len() as u64, file.len() as u64);
    file.extend(directory);
    if wide {
        let record = file.len() as u64;
        file.extend([b"PK\x06\x06", &[44, 0, 0, 0, 0, 0, 0, 0, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0][..]].concat());
        file.extend([count, count, size, start].map(u64::to_le_bytes).concat());
        file.extend([b"PK\x06\x07\0\0\0\0", &record.to_le_bytes()[..], &[1, 0, 0, 0]].concat());
    }
    let mut end = [0; 18];
    for (at, width, value) in [(4, 2, count), (6, 2, count), (8, 4, size), (12, 4, start)] {
        put(&mut end, at, width, value);
    }
    file.extend([b"PK\x05\x06", &end[..]].concat());
    file
}

/// Place and width of the fields of each kind of record, APPNOTE.TXT 4.3.7 to 4.3.16.
type Fields = [(usize, usize)];
const LOCAL: &Fields = &[(6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2), (30, 1), (34, 1), (40, 1)];
const CENTRAL: &Fields =
    &[(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2), (42, 4), (46, 1), (50, 1), (56, 1), (58, 1)];
const END: &Fields = &[(4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)];
const WIDE_END: &Fields = &[(4, 8), (24, 8), (32, 8), (40, 8), (48, 8)];
const LOCATOR: &Fields = &[(4, 4), (8, 8), (16, 4)];
const RECORDS: [(&[u8; 4], &Fields); 5] =
    [(b"PK\x01\x02", CENTRAL), (b"PK\x03\x04", LOCAL), (b"PK\x05\x06", END), (b"PK\x06\x06", WIDE_END), (b"PK\x06\x07", LOCATOR)];

/// Fields of a ZIP file's records, or whole records.
fn directory(mut bytes: Vec<u8>, random: &mut Random) -> (Vec<u8>, String) {
    let mut what = Vec::new();
    if random.percent(25) {
        // As an archiver writes it that knows ZIP64: its fields are damaged below.
        if let Some(entries) = entries(&bytes) {
            bytes = archive(&entries, None, true);
        }
    }
    for _ in 0..random.of(&[1, 1, 2, 3]) {
        let (mark, fields) = RECORDS[random.of(&[0, 0, 0, 1, 1, 1, 2, 3, 4])];
        let places = marks(&bytes, mark);
        let Some(&at) = places.get(random.below(places.len())) else { continue };
        let (field, width) = random.of(fields);
        let Some(place) = (at + field + width <= bytes.len()).then_some(at + field) else { continue };
        let (old, length) = (get(&bytes, place, width), bytes.len());
        let other = places[random.below(places.len())];
        // What moves the records behind it breaks every offset at once: seldom.
        match random.of(&[0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6]) {
            // The same field of another record of its kind.
            0 if other + field + width <= length => {
                let value = get(&bytes, other + field, width);
                put(&mut bytes, place, width, value);
            }
            // All records of the kind say the same, as a consistent liar would.
            1 => {
                let value = random.number(old, width);
                for at in places.into_iter().filter(|at| at + field + width <= length) {
                    put(&mut bytes, at + field, width, value);
                }
            }
            2 => drop(bytes.drain(at..at + field)),
            3 => {
                let copy = bytes[at..bytes.len().min(at + 60)].to_vec();
                bytes.splice(at..at, copy);
            }
            // Everything lies elsewhere than it says.
            4 => drop(bytes.splice(at..at, std::iter::repeat_n(0, random.below(64)))),
            // The ZIP64 field of an entry, where it has one.
            5 if *mark == *b"PK\x01\x02" && at + 100 < length => {
                let wide = at + 46 + get(&bytes, at + 28, 2) as usize + 4 + 8 * random.below(3);
                if wide + 8 <= length {
                    let value = random.number(get(&bytes, wide, 8), 8);
                    put(&mut bytes, wide, 8, value);
                }
            }
            _ => {
                let value = random.number(old, width);
                put(&mut bytes, place, width, value);
            }
        }
        what.push(format!("field {field} of {} at {at}", mark.escape_ascii()));
    }
    (bytes, what.join(", "))
}

/// One of a legacy stream's five pickles, or the counts before its storages.
fn stream(bytes: &[u8], donor: &Program, random: &mut Random) -> Option<(Vec<u8>, String)> {
    let (mut pickles, mut rest) = (Vec::new(), bytes);
    for _ in 0..5 {
        let (program, left) = cut(rest)?;
        pickles.push(program);
        rest = left;
    }
    let mut rest = rest.to_vec();
    let mut what = String::new();
    if random.percent(25) {
        // Counts and f32 numbers in turn, as far as they go.
        let mut counts = vec![0];
        while let Some(next) = counts.last().filter(|at| *at + 8 <= rest.len()).map(|at| at + 8 + 4 * get(&rest, *at, 8) as usize) {
            counts.push(next);
        }
        counts.pop();
        if let Some(&at) = counts.get(random.below(counts.len())) {
            let value = random.number(get(&rest, at, 8), 8);
            put(&mut rest, at, 8, value);
            what = format!("count at {at}");
        }
    } else {
        let which = random.of(&[0, 1, 2, 3, 3, 3, 3, 3, 4, 4]);
        what += &format!("pickle {which}: {}", changes(&mut pickles[which], donor, random));
    }
    Some(([pickles.concat().concat(), rest].concat(), what))
}

const NUMBERS: [&str; 12] = [
    "0",
    "1",
    "-1",
    "1e9",
    "1.5",
    "null",
    "4294967296",
    "9223372036854775807",
    "18446744073709551615",
    "18446744073709551616",
    "1000000000000000000000000000000",
    "[[[[]]]]",
];
const DTYPES: [&str; 10] = ["F64", "F32", "F16", "BF16", "I64", "U8", "BOOL", "F8_E4M3", "f32", ""];

/// A safetensors header: numbers, number formats, names, marks; and its length.
fn header(bytes: &[u8], random: &mut Random) -> Option<(Vec<u8>, String)> {
    let length = get(bytes.get(..8)?, 0, 8) as usize;
    let mut text = std::str::from_utf8(bytes.get(8..8usize.checked_add(length)?)?).ok()?.to_owned();
    let data = &bytes[8 + length..];
    let mut what = Vec::new();
    for _ in 0..random.of(&[1, 1, 2, 3]) {
        let is_number = |at: &usize| text.as_bytes()[*at].is_ascii_digit() && !text.as_bytes()[at - 1].is_ascii_alphanumeric();
        let numbers: Vec<usize> = (1..text.len()).filter(is_number).collect();
        let formats: Vec<usize> = text.match_indices("\"dtype\":\"").map(|(at, mark)| at + mark.len()).collect();
        let marks: Vec<usize> = text.match_indices(['{', '}', '[', ']', '"', ',', ':']).map(|(at, _)| at).collect();
        let (mut at, by, take) = match random.below(6) {
            0..=2 => {
                let at = *numbers.get(random.below(numbers.len()))?;
                let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
                let old = text[at..at + digits].parse().unwrap_or(0);
                let near = random.number(old, 8).to_string();
                (at, if random.percent(50) { random.of(&NUMBERS).to_owned() } else { near }, digits)
            }
            3 => {
                let at = *formats.get(random.below(formats.len()))?;
                (at, random.of(&DTYPES).to_owned(), text[at..].find('"')?)
            }
            4 => (*marks.get(random.below(marks.len()))?, random.of(&["", "{", "}", "[", "]", "\"", ",", ":"]).to_owned(), 1),
            _ => {
                // A piece comes twice: a tensor, a shape.
                let (a, b) = (*marks.get(random.below(marks.len()))?, *marks.get(random.below(marks.len()))?);
                (a.max(b), text[a.min(b)..a.max(b)].to_owned(), 0)
            }
        };
        at = at.min(text.len());
        text.replace_range(at..(at + take).min(text.len()), &by);
        what.push(format!("header at {at}"));
    }
    let length = if random.percent(10) { random.number(length as u64, 8) } else { text.len() as u64 };
    Some(([&length.to_le_bytes()[..], text.as_bytes(), data].concat(), what.join(", ")))
}
