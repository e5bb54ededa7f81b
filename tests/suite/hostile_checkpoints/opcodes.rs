//! Damage to a pickle that remains a program: opcodes and their arguments change, not bytes at random.

use super::random::{Random, get, put};

/// What follows an opcode.
#[derive(Clone, Copy, PartialEq)]
enum Argument {
    Bytes(usize),
    Lines(usize),
    /// A length of so many bytes, and then as many bytes.
    Counted(usize),
}

/// Every opcode of protocols 0 to 5, as CPython's pickletools lists them.
const OPCODES: [(Argument, &[u8]); 10] = [
    (Argument::Bytes(0), b"(.012NRbd})el]ostuaQ\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x92\x93\x94\x97\x98"),
    (Argument::Bytes(1), b"Khq\x80\x82"),
    (Argument::Bytes(2), b"M\x83"),
    (Argument::Bytes(4), b"Jjr\x84"),
    (Argument::Bytes(8), b"G\x95"),
    (Argument::Lines(1), b"ILFSVgpP"),
    (Argument::Lines(2), b"ci"),
    (Argument::Counted(1), b"U\x8a\x8cC"),
    (Argument::Counted(4), b"TXB\x8b"),
    (Argument::Counted(8), b"\x8d\x8e\x96"),
];

/// Names that a reader interprets, and some that it must not.
const GLOBALS: [&str; 24] = [
    "collections\nOrderedDict\n",
    "torch._utils\n_rebuild_tensor\n",
    "torch._utils\n_rebuild_tensor_v2\n",
    "torch._utils\n_rebuild_tensor_v3\n",
    "torch._utils\n_rebuild_parameter\n",
    "torch._utils\n_rebuild_parameter_with_state\n",
    "torch._tensor\n_rebuild_from_type_v2\n",
    "torch.nn.parameter\nParameter\n",
    "torch\nFloatStorage\n",
    "torch\nDoubleStorage\n",
    "torch\nHalfStorage\n",
    "torch\nLongStorage\n",
    "torch\nBoolStorage\n",
    "torch.storage\nUntypedStorage\n",
    "torch\nSize\n",
    "torch\ndevice\n",
    "torch\nfloat64\n",
    "builtins\nset\n",
    "__builtin__\nfrozenset\n",
    "functools\npartial\n",
    "copyreg\n_reconstructor\n",
    "timm.layers.format\nFormat\n",
    "os\nsystem\n",
    "torchvision.models.vision_transformer\nVisionTransformer\n",
];

const LINES: [&str; 12] =
    ["0", "-1", "01", "1001", "99999999999999999999999", "9223372036854775807L", "1e400", "nan", "'storage'", "data", "\u{fffd}", ""];
const TEXTS: [&str; 14] = [
    "storage",
    "module",
    "0",
    "1",
    "../0",
    "-1",
    "cpu",
    "class_token",
    "conv_proj.bias",
    "encoder.layers.encoder_layer_18446744073709551615.ln_1.bias",
    "_parameters",
    "_modules",
    "eps",
    "",
];

/// A program stays this small: growth is not what is looked for.
const MOST_BYTES: usize = 200_000;

fn argument(opcode: u8) -> Option<Argument> {
    OPCODES.iter().find(|(_, opcodes)| opcodes.contains(&opcode)).map(|(argument, _)| *argument)
}

/// Cuts a pickle into its opcodes, each with its argument, up to the first STOP; and what follows it.
pub(super) fn cut(pickle: &[u8]) -> Option<(Vec<Vec<u8>>, &[u8])> {
    let (mut opcodes, mut at) = (Vec::new(), 0);
    loop {
        let rest = pickle.get(at..)?;
        let length = match argument(*rest.first()?)? {
            Argument::Bytes(count) => count,
            Argument::Lines(count) => rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(count - 1)?.0,
            Argument::Counted(width) => width + usize::try_from(get(rest.get(..=width)?, 1, width)).ok()?,
        };
        opcodes.push(rest.get(..=length)?.to_vec());
        at += 1 + length;
        if rest[0] == b'.' {
            return Some((opcodes, &pickle[at..]));
        }
    }
}

/// Any opcode with an argument that it may have, or nearly.
fn fresh(random: &mut Random) -> Vec<u8> {
    let all: Vec<u8> = OPCODES.iter().flat_map(|(_, opcodes)| opcodes.iter().copied()).collect();
    let mut made = vec![random.of(&all)];
    match argument(made[0]) {
        Some(Argument::Lines(2)) => made.extend(random.of(&GLOBALS).bytes()),
        Some(Argument::Lines(_)) => made.extend(random.of(&LINES).bytes().chain([b'\n'])),
        Some(Argument::Counted(width)) => {
            let text = random.of(&TEXTS);
            made.extend(&(text.len() as u64).to_le_bytes()[..width]);
            made.extend(text.bytes());
        }
        Some(Argument::Bytes(width)) => made.extend(&random.number(0, width.max(1)).to_le_bytes()[..width]),
        None => {}
    }
    made
}

/// An integer that a shape, a stride, an offset or a length may be given.
fn integer(random: &mut Random) -> Vec<u8> {
    let old = random.below(300) as u64;
    let value = random.number(old, 8);
    match random.below(5) {
        0 => vec![b'K', value as u8],
        1 => [b"M", &value.to_le_bytes()[..2]].concat(),
        2 => [b"J", &value.to_le_bytes()[..4]].concat(),
        3 => [b"\x8a\x08", &value.to_le_bytes()[..]].concat(),
        _ => [b"\x8a\x09", &value.to_le_bytes()[..], &[0]].concat(),
    }
}

/// The places of opcodes among `wanted`.
fn places(program: &[Vec<u8>], wanted: &[u8]) -> Vec<usize> {
    (0..program.len()).filter(|&at| wanted.contains(&program[at][0])).collect()
}

/// One change; what it was, in words. `donor` is another file's program.
pub(super) fn change(program: &mut Vec<Vec<u8>>, donor: &[Vec<u8>], random: &mut Random) -> String {
    if program.is_empty() {
        program.push(fresh(random));
    }
    let at = random.below(program.len());
    let run = at..program.len().min(at + 1 + random.below(8));
    let texts = places(program, b"UTX\x8c\x8d");
    // Most changes leave the stack as it is: what is wrong then shows only behind the pickle.
    let kind = random.of(&[0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7, 7, 7, 8, 9, 10, 10, 10, 11, 11, 11, 12, 12, 13, 13, 13, 13, 13, 13]);
    match kind {
        0 => program[at][0] = fresh(random)[0],
        1 => program[at] = fresh(random),
        2 | 3 => program.insert(at, fresh(random)),
        4 => drop(program.drain(run)),
        5 => {
            // From twice to a thousand times.
            let piece = program[run].to_vec();
            let times = 1 << random.below(10);
            let room = MOST_BYTES / piece.concat().len().max(1);
            let many: Vec<_> = std::iter::repeat_n(piece, times.min(room)).flatten().collect();
            program.splice(at..at, many);
        }
        6 => {
            // A length, a memo number or a number gets another value; what is counted stays.
            let counted = places(program, b"Khq\x80M\x82\x83Jjr\x84\x95UTX\x8a\x8b\x8c\x8dBC\x8e\x96");
            let at = counted.get(random.below(counted.len())).copied().unwrap_or_default();
            // Where an opcode has got another's argument, that may be too short.
            if let Some(Argument::Bytes(width @ 1..) | Argument::Counted(width)) = argument(program[at][0])
                && program[at].len() > width
            {
                let new = random.number(get(&program[at], 1, width), width);
                put(&mut program[at], 1, width, new);
            }
        }
        7 => {
            let globals = places(program, b"ci");
            if let Some(&at) = globals.get(random.below(globals.len())) {
                program[at].truncate(1);
                program[at].extend(random.of(&GLOBALS).bytes());
            }
        }
        8 => {
            let other = random.below(program.len());
            program.swap(at, other);
        }
        9 if !donor.is_empty() => {
            let from = random.below(donor.len());
            let taken = donor[from..donor.len().min(from + 1 + random.below(40))].to_vec();
            program.splice(at..at, taken);
        }
        10 => {
            // Names, keys and words change places.
            if let (Some(&a), Some(&b)) = (texts.get(random.below(texts.len())), texts.get(random.below(texts.len()))) {
                program[a] = program[b].clone();
            }
        }
        11 => {
            if let Some(&at) = texts.get(random.below(texts.len())) {
                let text = random.of(&TEXTS);
                program[at] = [b"X", &(text.len() as u32).to_le_bytes()[..], text.as_bytes()].concat();
            }
        }
        12 => {
            let memo = places(program, b"hqjr");
            if let Some(&at) = memo.get(random.below(memo.len())) {
                program[at] = vec![random.of(b"hq"), random.below(40) as u8];
            }
        }
        _ => {
            let numbers = places(program, b"KMJ\x8a");
            if let Some(&at) = numbers.get(random.below(numbers.len())) {
                program[at] = integer(random);
            }
        }
    }
    format!("change {kind} at opcode {at}")
}
