//! Audio files made on the spot: any length, and headers that say whatever a test wants them to say.

use std::f32::consts::TAU;

/// Music of a kind: two voices that glide, so that a shift in time is heard. In [-0.5, 0.5].
pub(crate) fn glide(samples: usize, rate: u32) -> Vec<f32> {
    (0..samples)
        .map(|n| {
            let t = n as f32 / rate as f32;
            // The phase restarts every 7 s, so that f32 keeps its precision on long clips.
            let t = t % 7.0;
            0.25 * (TAU * (200.0 * t + 90.0 * t * t)).sin() + 0.25 * (TAU * (1_500.0 * t - 60.0 * t * t)).sin()
        })
        .collect()
}

/// A WAV file whose header is free to lie.
#[derive(Clone)]
pub(crate) struct Wav {
    pub(crate) tag: u16,
    pub(crate) channels: u16,
    pub(crate) rate: u32,
    pub(crate) block: u16,
    pub(crate) bits: u16,
    /// What the data chunk claims to hold.
    pub(crate) claim: Option<u32>,
    pub(crate) data: Vec<u8>,
}

impl Wav {
    /// Truthful, mono, 32-bit floating point.
    pub(crate) fn float(samples: &[f32], rate: u32) -> Self {
        let data = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        Self { tag: 3, channels: 1, rate, block: 4, bits: 32, claim: None, data }
    }

    /// Truthful, mono, 16 bits.
    pub(crate) fn pcm(samples: &[f32], rate: u32) -> Self {
        let data = samples.iter().flat_map(|sample| ((sample * 32_767.0) as i16).to_le_bytes()).collect();
        Self { tag: 1, channels: 1, rate, block: 2, bits: 16, claim: None, data }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let claim = self.claim.unwrap_or(self.data.len() as u32);
        let mut bytes = b"RIFF".to_vec();
        bytes.extend(claim.saturating_add(36).to_le_bytes());
        bytes.extend(b"WAVEfmt \x10\0\0\0");
        bytes.extend(self.tag.to_le_bytes());
        bytes.extend(self.channels.to_le_bytes());
        bytes.extend(self.rate.to_le_bytes());
        bytes.extend(self.rate.wrapping_mul(u32::from(self.block)).to_le_bytes());
        bytes.extend(self.block.to_le_bytes());
        bytes.extend(self.bits.to_le_bytes());
        bytes.extend(b"data");
        bytes.extend(claim.to_le_bytes());
        bytes.extend(&self.data);
        bytes
    }
}

/// A mono 16-bit FLAC file with uncompressed ("verbatim") frames of 4096 samples, see RFC 9639.
pub(crate) fn flac(samples: &[f32], rate: u32) -> Vec<u8> {
    const BLOCK: usize = 4096;
    let mut bytes = b"fLaC\x80\0\0\x22".to_vec();
    bytes.extend([0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0]);
    // 20 bits of rate, 3 of channels − 1, 5 of bits − 1, 36 of samples.
    bytes.extend((u64::from(rate) << 44 | 15 << 36 | samples.len() as u64).to_be_bytes());
    bytes.extend([0; 16]);
    for (number, block) in samples.chunks(BLOCK).enumerate() {
        let begin = bytes.len();
        // Fixed block size; its length − 1 follows in 16 bits; rate and bits are the stream's.
        bytes.extend([0xff, 0xf8, 0x70, 0x00]);
        bytes.extend(char::from_u32(number as u32).unwrap().to_string().bytes());
        bytes.extend((block.len() as u16 - 1).to_be_bytes());
        let crc = bytes[begin..]
            .iter()
            .fold(0_u8, |crc, &byte| (0..8).fold(crc ^ byte, |crc, _| if crc & 0x80 == 0 { crc << 1 } else { crc << 1 ^ 0x07 }));
        bytes.push(crc);
        bytes.push(0x02);
        bytes.extend(block.iter().flat_map(|sample| ((sample * 32_767.0) as i16).to_be_bytes()));
        let crc = bytes[begin..].iter().fold(0_u16, |crc, &byte| {
            (0..8).fold(crc ^ u16::from(byte) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x8005 })
        });
        bytes.extend(crc.to_be_bytes());
    }
    bytes
}

/// Frames of an MPEG layer 3 file: tags and a leading Xing or Info frame are left out.
pub(crate) fn mp3_frames(file: &[u8]) -> Vec<&[u8]> {
    const KBPS: [usize; 16] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    let mut at = 0;
    if file.starts_with(b"ID3") {
        at = 10 + file[6..10].iter().fold(0, |size, &byte| size << 7 | usize::from(byte));
    }
    let mut frames = Vec::new();
    while let Some(&[0xff, 0xfb | 0xfa, bits, ..]) = file.get(at..) {
        let rate = [44_100, 48_000, 32_000, 1][usize::from(bits >> 2 & 3)];
        let length = 144_000 * KBPS[usize::from(bits >> 4)] / rate + usize::from(bits >> 1 & 1);
        let Some(frame) = file.get(at..at + length) else { break };
        at += length;
        let tag = [&b"Xing"[..], b"Info"].iter().any(|tag| frame.windows(4).take(64).any(|window| window == *tag));
        if !(tag && frames.is_empty()) {
            frames.push(frame);
        }
    }
    frames
}

/// Pages of an Ogg file.
pub(crate) fn ogg_pages(file: &[u8]) -> Vec<Vec<u8>> {
    let mut pages = Vec::new();
    let mut rest = file;
    while rest.starts_with(b"OggS") {
        let segments = usize::from(rest[26]);
        let body: usize = rest[27..27 + segments].iter().map(|&size| usize::from(size)).sum();
        let (page, next) = rest.split_at(27 + segments + body);
        pages.push(page.to_vec());
        rest = next;
    }
    pages
}

/// Puts an Ogg page's checksum right after it was changed.
pub(crate) fn seal(page: &mut [u8]) {
    page[22..26].fill(0);
    let crc = page.iter().fold(0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte) << 24, |crc, _| if crc & 0x8000_0000 == 0 { crc << 1 } else { crc << 1 ^ 0x04c1_1db7 })
    });
    page[22..26].copy_from_slice(&crc.to_le_bytes());
}

/// A Vorbis file whose audio comes `times` in a row, as one stream with rising positions.
pub(crate) fn ogg_repeated(file: &[u8], times: u64) -> Vec<u8> {
    let position = |page: &[u8]| u64::from_le_bytes(page[6..14].try_into().unwrap());
    let pages = ogg_pages(file);
    let headers = pages.iter().take_while(|page| position(page) == 0).count();
    let total = position(pages.last().unwrap());
    let mut bytes: Vec<u8> = pages[..headers].concat();
    let mut sequence = headers as u32;
    for round in 0..times {
        for (index, page) in pages[headers..].iter().enumerate() {
            let mut page = page.clone();
            let last = round + 1 == times && headers + index + 1 == pages.len();
            page[5] = page[5] & !4 | if last { 4 } else { 0 };
            if position(&page) != u64::MAX {
                let moved = position(&page) + round * total;
                page[6..14].copy_from_slice(&moved.to_le_bytes());
            }
            page[18..22].copy_from_slice(&sequence.to_le_bytes());
            sequence += 1;
            seal(&mut page);
            bytes.extend(page);
        }
    }
    bytes
}

fn atom(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(8 + body.len() as u32).to_be_bytes(), kind.as_slice(), body].concat()
}

/// Where the body of the first box `kind` lies.
pub(crate) fn mp4_box(file: &[u8], kind: &[u8; 4]) -> std::ops::Range<usize> {
    let at = file.windows(4).position(|window| window == kind).unwrap();
    let size = u32::from_be_bytes(file[at - 4..at].try_into().unwrap()) as usize;
    at + 4..at - 4 + size
}

/// An M4A file whose packets come `times` in a row, in a container of our own; its edit list skips `priming` frames of 1/`rate` s.
///
/// `file` must hold one audio track whose chunks follow each other without a gap.
pub(crate) fn m4a_repeated(file: &[u8], times: usize, rate: u32, priming: u32) -> Vec<u8> {
    let word = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
    let sizes_at = mp4_box(file, b"stsz").start;
    let sizes: Vec<u32> = (0..word(sizes_at + 8) as usize).map(|n| word(sizes_at + 12 + 4 * n)).collect();
    let first = word(mp4_box(file, b"stco").start + 8) as usize;
    let audio = &file[first..first + sizes.iter().map(|&size| size as usize).sum::<usize>()];
    let count = (sizes.len() * times) as u32;
    let words = |values: &[u32]| -> Vec<u8> { values.iter().flat_map(|value| value.to_be_bytes()).collect() };

    let stsz = atom(b"stsz", &[words(&[0, 0, count]), words(&sizes.repeat(times))].concat());
    let table = |offset: u32| {
        let stbl = [
            atom(b"stsd", &file[mp4_box(file, b"stsd")]),
            atom(b"stts", &words(&[0, 1, count, 1024])),
            atom(b"stsc", &words(&[0, 1, 1, count, 1])),
            stsz.clone(),
            atom(b"stco", &words(&[0, 1, offset])),
        ];
        let dref = atom(b"dref", &[words(&[0, 1]), atom(b"url ", &words(&[1]))].concat());
        let minf = [atom(b"smhd", &words(&[0, 0])), atom(b"dinf", &dref), atom(b"stbl", &stbl.concat())].concat();
        let hdlr = [words(&[0, 0]), b"soun".to_vec(), vec![0; 13]].concat();
        let mdhd = words(&[0, 0, 0, rate, count * 1024, 0]);
        let mdia = [atom(b"mdhd", &mdhd), atom(b"hdlr", &hdlr), atom(b"minf", &minf)].concat();
        let edts = atom(b"elst", &words(&[0, 1, count * 1024 - priming, priming, 0x1_0000]));
        let trak = [atom(b"tkhd", &file[mp4_box(file, b"tkhd")]), atom(b"edts", &edts), atom(b"mdia", &mdia)].concat();
        atom(b"moov", &[atom(b"mvhd", &file[mp4_box(file, b"mvhd")]), atom(b"trak", &trak)].concat())
    };
    let ftyp = atom(b"ftyp", &file[mp4_box(file, b"ftyp")]);
    let offset = ftyp.len() + table(0).len() + 8;
    [ftyp, table(offset as u32), atom(b"mdat", &audio.repeat(times))].concat()
}
