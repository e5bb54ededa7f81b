//! The command line, and for Lambda, which has none, the same options from the environment.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use genre::manifest::Precision;
use genre::{Classifier, Model, ModelError};
use store::{Allowed, Place};

use crate::cloud::Cloud;
use crate::doorman::Doorman;
use crate::router::Door;

/// Says how likely each genre is for a song: a page and an HTTP API on this machine.
#[derive(Debug, Parser)]
#[command(name = "api", version)]
pub(crate) struct Options {
    /// Address to listen on; 0.0.0.0 opens the server to the whole network
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    pub(crate) host: IpAddr,

    /// Port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 8000)]
    pub(crate) port: u16,

    /// Another name that leads to this server, e.g. that of a reverse proxy; may be repeated
    #[arg(long, value_name = "NAME")]
    pub(crate) allow_host: Vec<String>,

    /// Folder with model.json and its weights; without it the built-in model answers [env: ACOUSTICSENSE_MODEL]
    #[arg(long, value_name = "DIR")]
    model: Option<PathBuf>,

    /// Number format of the weights: f32, f16 or int8; the most precise one when left out [env: ACOUSTICSENSE_PRECISION]
    #[arg(long)]
    precision: Option<Precision>,

    /// Threads that one classification may use; all cores when left out [env: ACOUSTICSENSE_THREADS]
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,

    /// Folder in S3 for files that are too large for a call, e.g. s3://BUCKET/uploads/; without it none are taken
    /// [env: ACOUSTICSENSE_UPLOADS]
    #[arg(long, value_name = "S3", value_parser = Place::folder)]
    uploads: Option<Place>,

    /// Folders in S3 from which a client may name recordings, apart by commas [env: ACOUSTICSENSE_SOURCES]
    #[arg(long, value_name = "S3,…", default_value = "")]
    sources: Allowed,

    /// Seconds that a client may keep silent while it sends a request
    #[arg(long, value_name = "SECONDS", default_value = "15", value_parser = clap::value_parser!(u16).range(1..=600))]
    patience: u16,
}

/// Options that may also come from the environment, and the variables.
const FROM_ENVIRONMENT: [(&str, &str); 5] = [
    ("--model", "ACOUSTICSENSE_MODEL"),
    ("--precision", "ACOUSTICSENSE_PRECISION"),
    ("--threads", "ACOUSTICSENSE_THREADS"),
    ("--uploads", "ACOUSTICSENSE_UPLOADS"),
    ("--sources", Allowed::VARIABLE),
];

impl Options {
    /// Reads the command line, and the environment for what it leaves out.
    ///
    /// # Errors
    /// What makes no sense, for people to read; a call for help comes as one, too.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        Self::read_from(std::env::args_os().collect(), |name| std::env::var_os(name))
    }

    fn read_from(mut arguments: Vec<OsString>, variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, clap::Error> {
        for (option, name) in FROM_ENVIRONMENT {
            let given =
                arguments.iter().filter_map(|argument| argument.to_str()).any(|argument| argument.split('=').next() == Some(option));
            // An empty variable is how templates say "none".
            if let Some(value) = variable(name).filter(|value| !value.to_string_lossy().trim().is_empty() && !given) {
                arguments.extend([option.into(), value]);
            }
        }
        Self::try_parse_from(arguments)
    }

    /// Loads the model; a layer's model under Lambda, the built-in one by default.
    pub(crate) fn classifier(&self) -> Result<Classifier, ModelError> {
        let model = match &self.model {
            Some(folder) => Model::open(folder, self.precision)?,
            None => Model::built_in()?,
        };
        let threads = self.threads.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from);
        Classifier::new(&model, threads)
    }

    /// The door that takes files of up to `file_bytes`.
    pub(crate) fn door(&self, file_bytes: usize, doorman: Option<Doorman>) -> Door {
        Door { file_bytes, patience: self.patience(), doorman, cloud: Cloud::new(self.uploads.clone(), self.sources.clone()) }
    }

    /// How long the next bytes of a request are waited for.
    pub(crate) fn patience(&self) -> Duration {
        Duration::from_secs(self.patience.into())
    }
}

fn host(word: &str) -> Result<IpAddr, String> {
    match word {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        word => word.parse().map_err(|_| "use an IP address, e.g. 127.0.0.1, 0.0.0.0 or ::1".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn read(arguments: &[&str], environment: &[(&str, &str)]) -> Result<Options, clap::Error> {
        let arguments = ["api"].iter().chain(arguments).map(Into::into).collect();
        Options::read_from(arguments, |name| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_environment_fills_in_what_the_command_line_leaves_out() {
        let all = [("ACOUSTICSENSE_MODEL", "m"), ("ACOUSTICSENSE_PRECISION", "f16"), ("ACOUSTICSENSE_THREADS", "3")];
        let options = read(&[], &all).expect("good values");
        assert_eq!((options.model.expect("set").to_str(), options.threads), (Some("m"), Some(3)));
        let options = read(&["--threads=5"], &all).expect("good values");
        assert_eq!(options.threads, Some(5));
        let empty = [("ACOUSTICSENSE_MODEL", ""), ("ACOUSTICSENSE_PRECISION", " "), ("ACOUSTICSENSE_THREADS", "\t")];
        let options = read(&[], &empty).expect("empty means none");
        assert!(options.model.is_none() && options.precision.is_none() && options.threads.is_none());
        assert!(read(&[], &[("ACOUSTICSENSE_THREADS", "0")]).is_err());
    }

    #[test]
    fn places_in_s3_have_a_clear_end() {
        let options = read(&[], &[("ACOUSTICSENSE_UPLOADS", "s3://bucket/up/"), ("ACOUSTICSENSE_SOURCES", "s3://one/ s3://two/b/")]);
        let options = options.expect("good values");
        assert_eq!(options.uploads.expect("set").to_string(), "s3://bucket/up/");
        for (address, allowed) in [("s3://one/x", true), ("s3://two/b/x", true), ("s3://two/x", false)] {
            assert_eq!(options.sources.allows(&address.parse().expect("an address")), allowed, "{address}");
        }
        assert!(read(&[], &[]).expect("nothing is needed").sources.is_empty());
        for (name, value) in [
            ("ACOUSTICSENSE_UPLOADS", "s3://bucket/up"),
            ("ACOUSTICSENSE_UPLOADS", "bucket/up/"),
            ("ACOUSTICSENSE_UPLOADS", "s3://bucket/up/ s3://other/"),
            ("ACOUSTICSENSE_SOURCES", "s3://bucket/up"),
            ("ACOUSTICSENSE_SOURCES", "https://bucket/"),
        ] {
            assert!(read(&[], &[(name, value)]).is_err(), "{name}={value}");
        }
    }
}
