//! The command line, and for Lambda, which has none, the same options from the environment.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use genre::manifest::Precision;
use genre::{Classifier, Model, ModelError};

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

    /// Folder with model.json and its weights; without it the built-in model answers
    #[arg(long, value_name = "DIR", env = "ACOUSTICSENSE_MODEL")]
    model: Option<PathBuf>,

    /// Number format of the weights: f32, f16 or int8; the most precise one when left out
    #[arg(long, env = "ACOUSTICSENSE_PRECISION")]
    precision: Option<Precision>,

    /// Threads that one classification may use; all cores when left out
    #[arg(long, env = "ACOUSTICSENSE_THREADS", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,

    /// Seconds that a client may keep silent while it sends a request
    #[arg(long, value_name = "SECONDS", default_value = "15", value_parser = clap::value_parser!(u16).range(1..=600))]
    patience: u16,
}

impl Options {
    /// Loads the model; a layer's model under Lambda, the built-in one by default.
    pub(crate) fn classifier(&self) -> Result<Classifier, ModelError> {
        // An empty variable is how templates say "none".
        let model = match self.model.as_deref().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => Model::open(folder, self.precision)?,
            None => Model::built_in()?,
        };
        let threads = self.threads.map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from);
        Classifier::new(&model, threads)
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
