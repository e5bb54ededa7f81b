//! Bytes → mono samples, only as many as are wanted.
//!
//! The trimming follows what the reference does (libsndfile for everything but MP4, ffmpeg for MP4): LAME's encoder delay and padding
//! are removed from MP3 where the file states them, AAC priming is removed where `elst` or `iTunSMPB` state it.

use std::io::{Seek, SeekFrom};
use std::sync::LazyLock;

use symphonia::core::codecs::audio::well_known::{self, profiles};
use symphonia::core::codecs::audio::{AudioCodecId, AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::codecs::registry::CodecRegistry;
use symphonia::core::common::Limit;
use symphonia::core::errors::Error as SymphoniaError;
use symphonia::core::formats::probe::{Hint, Probe};
use symphonia::core::formats::{FormatOptions, FormatReader, SeekMode, SeekTo, Track, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::packet::Packet;
use symphonia::core::units::Time;

use super::collector::Collector;
use super::kind::{self, Kind};
use super::resample::{self, Resampler};
use super::source::Source;
use super::window::{self, Extent};
use super::{mp4, tags, wav};
use crate::error::AudioError;

/// Rates that a recording can sensibly have, Hz; outside, a header lies.
const SAMPLE_RATES_HZ: std::ops::RangeInclusive<u32> = 1_000..=768_000;
/// Most channels that are averaged; more is a header that lies, or nothing that this is for.
const MAX_CHANNELS: usize = 64;
/// Packets in a row that may fail before a file counts as damaged from there on: protection against hostile streams.
const MAX_BAD_PACKETS: usize = 500;
/// Packets that may come without a single sample before we give up: protection against hostile streams.
const MAX_EMPTY_PACKETS: usize = 100_000;
/// Text and pictures in tags that are worth keeping in memory: none of ours.
const MAX_TAG_BYTES: usize = 64 * 1024;
/// A start behind this many seconds is reached by seeking instead of decoding all that stands before it.
const SEEK_BEHIND_S: f64 = 20.0;
/// Decoding begins this long before the start, so that codecs with memory (MP3's bit reservoir, overlapping blocks) have settled.
const PRE_ROLL_S: f64 = 1.0;
/// No more than this is decoded only to be thrown away in front of a start that cannot be reached by seeking.
const MAX_DISCARDED_S: f64 = 2.0 * 3600.0;
/// Where everything is wanted, longer recordings are refused: this much is 160 MB of samples at 22,050 Hz, and 157 pictures for a model
/// that judges windows of 11.4 s. Songs end long before.
const MAX_TRACK_S: u32 = 30 * 60;

static PROBE: LazyLock<Probe> = LazyLock::new(|| {
    let mut probe = Probe::default();
    symphonia::default::register_enabled_formats(&mut probe);
    probe
});
static CODECS: LazyLock<CodecRegistry> = LazyLock::new(|| {
    let mut codecs = CodecRegistry::new();
    symphonia::default::register_enabled_codecs(&mut codecs);
    codecs
});

/// What came out of a file.
pub(super) struct Decoded {
    /// Mean of the channels, at the rate that was asked for, from the wanted start on.
    pub(super) samples: Vec<f32>,
    /// The file's own rate.
    pub(super) source_rate_hz: u32,
    pub(super) codec: String,
    pub(super) channels: usize,
    pub(super) duration_s: Option<f64>,
}

/// Decodes `extent` and resamples it to `target_rate_hz` as it comes, so that a whole track is held at that rate only.
pub(super) fn decode(mut source: Source, extent: Extent, target_rate_hz: u32) -> Result<Decoded, AudioError> {
    if source.is_empty() {
        return Err(AudioError::Empty);
    }
    let kind = kind::of(&mut source)?;
    if let Kind::Foreign(name) = kind {
        return Err(AudioError::Unsupported { what: name.to_owned() });
    }
    tags::read_over(&mut source)?;
    if kind == Kind::Ours("WAV") {
        wav::complete_sizes(&mut source)?;
    }
    let mp4 = mp4::read_timing(&mut source)?;
    source.seek(SeekFrom::Start(0))?;
    if let Some(timing) = mp4 {
        source.claim(timing.data_end());
    }
    // symphonia looks for what stands behind an AIFF file's samples first, and gives up when they end too early.
    let cut_off = kind == Kind::Ours("AIFF") && kind::is_cut_off_iff(&mut source)?;
    if cut_off {
        source.front_to_back();
    }
    let mut format = open(source, kind)?;
    let track = format.default_track(TrackType::Audio).ok_or(AudioError::NotAudio)?.clone();
    let params = audio_params(&track, format.format_info().short_name)?;
    let rate = checked_rate(&params)?;
    let mut decoder = make_decoder(&track, &params)?;
    let priming = mp4.map_or(0, |timing| timing.priming_frames(rate));

    let start = window::samples_in(extent.start_s, rate) as i64;
    let wanted = extent.seconds.map(|seconds| window::samples_in(seconds, target_rate_hz));
    let limit = match wanted {
        Some(outputs) => resample::inputs_for(outputs, rate, target_rate_hz),
        // One more tells a recording that is longer.
        None => rate as usize * MAX_TRACK_S as usize + 1,
    };
    let plan = Resampler::shared(rate, target_rate_hz);
    let duration_s = duration_s(&track, rate, priming);
    let mut collector = Collector::new(start, limit, rate, &plan);
    if extent.start_s > SEEK_BEHIND_S && !cut_off {
        seek_near(format.as_mut(), decoder.as_mut(), &track, extent.start_s - PRE_ROLL_S, duration_s)?;
    }
    run(format.as_mut(), decoder.as_mut(), &track, rate, priming, &mut collector)?;

    let channels = collector.channels;
    let codec = codec_name(decoder.codec_params());
    if wanted.is_none() && collector.is_full() {
        return Err(AudioError::TooLong { limit_s: MAX_TRACK_S });
    }
    if collector.is_empty() {
        return Err(nothing_heard(&collector, extent, rate));
    }
    Ok(Decoded { samples: collector.finish(wanted), source_rate_hz: rate, codec, channels, duration_s })
}

fn open(source: Source, kind: Kind) -> Result<Box<dyn FormatReader>, AudioError> {
    let stream = MediaSourceStream::new(Box::new(source), MediaSourceStreamOptions::default());
    let metadata = MetadataOptions::default().limit_tag_bytes(Limit::Maximum(MAX_TAG_BYTES)).limit_visual_bytes(Limit::Maximum(0));
    // No hint: what a file is called says nothing about what it is.
    PROBE.probe(&Hint::new(), stream, FormatOptions::default(), metadata).map_err(|error| match (error, kind) {
        (SymphoniaError::IoError(error), _) if error.kind() != std::io::ErrorKind::UnexpectedEof => AudioError::Read(error),
        (SymphoniaError::IoError(_), Kind::Ours(name)) => AudioError::Damaged { why: format!("the {name} file ends within its header") },
        // Of a container that was recognised, the only things whose absence is called "unsupported" are its own parts.
        (SymphoniaError::Unsupported(why), Kind::Ours(_)) if why.contains("missing") || why.contains("(probe)") => {
            AudioError::Damaged { why: why.replace("core (probe): no suitable format reader found", "its header makes no sense") }
        }
        (SymphoniaError::Unsupported(why), Kind::Ours(name)) => {
            AudioError::Unsupported { what: format!("this kind of {name} file ({why})") }
        }
        (SymphoniaError::IoError(_) | SymphoniaError::Unsupported(_), _) => AudioError::NotAudio,
        (other, _) => AudioError::Damaged { why: other.to_string() },
    })
}

fn audio_params(track: &Track, container: &str) -> Result<AudioCodecParameters, AudioError> {
    let params = track.codec_params.as_ref().and_then(|params| params.audio());
    params.cloned().ok_or_else(|| AudioError::Unsupported { what: format!("the codec inside this {container} file") })
}

fn checked_rate(params: &AudioCodecParameters) -> Result<u32, AudioError> {
    let rate = params.sample_rate.unwrap_or(0);
    if !SAMPLE_RATES_HZ.contains(&rate) {
        return Err(AudioError::Unsupported { what: format!("a sample rate of {rate} Hz (1,000 to 768,000 are)") });
    }
    let channels = params.channels.as_ref().map_or(1, |channels| channels.count());
    if !(1..=MAX_CHANNELS).contains(&channels) {
        return Err(AudioError::Unsupported { what: format!("audio with {channels} channels (1 to {MAX_CHANNELS} are)") });
    }
    Ok(rate)
}

fn make_decoder(track: &Track, params: &AudioCodecParameters) -> Result<Box<dyn AudioDecoder>, AudioError> {
    if params.codec == well_known::CODEC_ID_AAC {
        let high_efficiency = [profiles::CODEC_PROFILE_AAC_HE, profiles::CODEC_PROFILE_AAC_HE_V2];
        // A raw ADTS stream cannot announce spectral band replication; at these rates it practically always carries it, and decoding
        // it as AAC-LC would silently lose the upper half of the spectrum.
        let hidden = params.extra_data.is_none() && params.sample_rate.is_some_and(|rate| rate <= 24_000);
        if hidden || params.profile.is_some_and(|profile| high_efficiency.contains(&profile)) {
            return Err(AudioError::Unsupported { what: "HE-AAC (AAC with spectral band replication)".to_owned() });
        }
    }
    // Without LAME's tag symphonia only estimates the length of an MP3, and would cut the end off by that estimate.
    let estimated = params.codec == well_known::CODEC_ID_MP3 && track.padding.is_none();
    let options = AudioDecoderOptions::default().gapless(!estimated);
    CODECS.make_audio_decoder(params, &options).map_err(|error| match error {
        SymphoniaError::Unsupported(_) => AudioError::Unsupported { what: unsupported_codec(params) },
        other => AudioError::Damaged { why: other.to_string() },
    })
}

fn seek_near(
    format: &mut dyn FormatReader,
    decoder: &mut dyn AudioDecoder,
    track: &Track,
    to_s: f64,
    duration_s: Option<f64>,
) -> Result<(), AudioError> {
    let Some(time) = Time::try_from_secs_f64(to_s) else {
        return Err(AudioError::BadOption(format!("start = {to_s} is not a time that audio can have")));
    };
    match format.seek(SeekMode::Accurate, SeekTo::Time { time, track_id: Some(track.id) }) {
        Ok(_) => {
            decoder.reset();
            Ok(())
        }
        Err(SymphoniaError::SeekError(_)) => {
            // Behind the end. Where the container only guessed its length, the start may still lie before the real one: decoding from the
            // front finds out.
            if let Some(duration_s) = duration_s {
                return Err(AudioError::StartBehindEnd { start_s: to_s + PRE_ROLL_S, duration_s });
            }
            let restart = SeekTo::Time { time: Time::ZERO, track_id: Some(track.id) };
            format.seek(SeekMode::Accurate, restart).map_err(|error| AudioError::Damaged { why: error.to_string() })?;
            decoder.reset();
            Ok(())
        }
        Err(SymphoniaError::IoError(error)) if error.kind() != std::io::ErrorKind::UnexpectedEof => Err(AudioError::Read(error)),
        Err(error) => Err(AudioError::Damaged { why: error.to_string() }),
    }
}

/// Decodes packets into `collector` until it has enough or the audio ends.
fn run(
    format: &mut dyn FormatReader,
    decoder: &mut dyn AudioDecoder,
    track: &Track,
    rate: u32,
    priming: u64,
    collector: &mut Collector,
) -> Result<(), AudioError> {
    // The reference gets AAC through 16-bit samples, which cut off what loud masters decode to above full scale; its other formats come
    // as floating point and are left alone. Without this, pixels of a clipped M4A are off by up to 2 dB.
    let clips = decoder.codec_params().codec == well_known::CODEC_ID_AAC;
    let mut bad_in_a_row = 0;
    let mut empty_packets = 0;
    while !collector.is_full() {
        let packet = match format.next_packet() {
            Ok(Some(packet)) => packet,
            Ok(None) => break,
            Err(SymphoniaError::IoError(error)) if error.kind() != std::io::ErrorKind::UnexpectedEof => {
                return Err(AudioError::Read(error));
            }
            // The end of a truncated file, of a chained stream's first part, or damage: what was heard until here is judged.
            Err(error) => {
                collector.complaint = Some(error.to_string());
                break;
            }
        };
        if packet.track_id != track.id {
            continue;
        }
        let position = frame_position(&packet, track, rate) - priming as i64;
        match decoder.decode(&packet) {
            Ok(buffer) => {
                bad_in_a_row = 0;
                if buffer.spec().rate() != rate {
                    // A second stream of another rate has been appended: it is not part of this recording.
                    break;
                }
                empty_packets = if buffer.frames() == 0 { empty_packets + 1 } else { 0 };
                collector.take(position, &buffer, clips)?;
            }
            Err(error) => {
                bad_in_a_row += 1;
                collector.complaint = Some(match error {
                    SymphoniaError::Unsupported(_) => {
                        return Err(AudioError::Unsupported { what: unsupported_codec(decoder.codec_params()) });
                    }
                    other => other.to_string(),
                });
            }
        }
        if bad_in_a_row > MAX_BAD_PACKETS || empty_packets > MAX_EMPTY_PACKETS {
            break;
        }
        if collector.discarded > (MAX_DISCARDED_S * f64::from(rate)) as u64 {
            return Err(AudioError::BadOption("start lies too far into a recording in which nothing can be looked up".to_owned()));
        }
    }
    Ok(())
}

/// The frame, counted from the first audible one, at which a packet's decoded and trimmed audio begins.
fn frame_position(packet: &Packet, track: &Track, rate: u32) -> i64 {
    // Trimming removes the frames before zero, so that a packet that straddles it begins at zero.
    let ticks = packet.pts.get().saturating_sub(track.start_ts.get().max(0)) as i128;
    let Some(base) = track.time_base else { return ticks.max(0) as i64 };
    let frames = ticks * i128::from(base.numer.get()) * i128::from(rate) / i128::from(base.denom.get());
    frames.clamp(0, i128::from(i64::MAX / 2)) as i64
}

fn duration_s(track: &Track, rate: u32, priming: u64) -> Option<f64> {
    let params = track.codec_params.as_ref().and_then(|params| params.audio())?;
    if params.codec == well_known::CODEC_ID_MP3 && track.padding.is_none() {
        return None; // Only an estimate from the first frames' bit rate.
    }
    let frames = match (track.num_frames, track.duration, track.time_base) {
        (Some(frames), _, _) => frames as f64,
        (None, Some(duration), Some(base)) => {
            duration.get() as f64 * f64::from(base.numer.get()) / f64::from(base.denom.get()) * f64::from(rate)
        }
        _ => return None,
    };
    Some((frames - priming as f64).max(0.0) / f64::from(rate))
}

fn nothing_heard(collector: &Collector, extent: Extent, rate: u32) -> AudioError {
    if collector.end > 0 && extent.start_s > 0.0 {
        let duration_s = collector.end as f64 / f64::from(rate);
        return AudioError::StartBehindEnd { start_s: extent.start_s, duration_s };
    }
    match &collector.complaint {
        Some(why) => AudioError::Damaged { why: why.clone() },
        None => AudioError::NoSamples,
    }
}

fn codec_name(params: &AudioCodecParameters) -> String {
    CODECS.get_audio_decoder(params.codec).map_or("unknown", |registered| registered.codec.info.short_name).to_owned()
}

/// Codecs that people bring and that we cannot decode, by name.
fn unsupported_codec(params: &AudioCodecParameters) -> String {
    const NAMES: [(AudioCodecId, &str); 9] = [
        (well_known::CODEC_ID_AAC, "AAC other than AAC-LC (such as HE-AAC)"),
        (well_known::CODEC_ID_OPUS, "Opus"),
        (well_known::CODEC_ID_SPEEX, "Speex"),
        (well_known::CODEC_ID_MUSEPACK, "Musepack"),
        (well_known::CODEC_ID_WMA, "Windows Media Audio"),
        (well_known::CODEC_ID_AC3, "Dolby Digital (AC-3)"),
        (well_known::CODEC_ID_EAC3, "Dolby Digital Plus (E-AC-3)"),
        (well_known::CODEC_ID_MP1, "MPEG layer 1"),
        (well_known::CODEC_ID_MP2, "MPEG layer 2"),
    ];
    let known = NAMES.iter().find(|(id, _)| *id == params.codec);
    known.map_or("this codec", |(_, name)| name).to_owned()
}
