//! The local door: an HTTP server on this machine.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::stall::Listened;

/// More connections than this wait in the kernel's queue.
const MAX_CONNECTIONS: usize = 256;
/// How long answers under way may take after the signal to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Takes the port, so that a second start fails before it loads a model.
pub(crate) async fn listen(host: IpAddr, port: u16) -> anyhow::Result<TcpListener> {
    let address = SocketAddr::new(host, port);
    match TcpListener::bind(address).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => Err(anyhow!(
            "port {port} is taken; stop the program that uses it, or choose another: --port {}, or --port 0 for any free one",
            if port == 8001 { 8002 } else { 8001 }
        )),
        listener => listener.with_context(|| format!("failed to listen on {address}")),
    }
}

/// Serves until `stop` is there, then lets the answers under way finish.
///
/// Not `axum::serve`, which waits without end for a client's headers.
pub(crate) async fn serve(listener: TcpListener, router: Router, patience: Duration, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
    let connections = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let place = Arc::clone(&connections).acquire_owned();
        let accepted = async { (place.await, listener.accept().await) };
        let (place, accepted) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        let Some(stream) = patiently(accepted).await else { continue };
        let service = TowerToHyperService::new(router.clone());
        let mut builder = http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(patience);
        let connection = graceful.watch(builder.serve_connection(TokioIo::new(Listened::new(stream, patience)), service));
        tokio::spawn(async move {
            // Clients that break off are not worth a line.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    let again = stop_signal()?;
    tokio::select! {
        () = graceful.shutdown() => (),
        () = tokio::time::sleep(FAREWELL) => (),
        // Whoever asks twice means it.
        () = again => (),
    }
    Ok(())
}

/// An accepted connection that sends each stage as it completes. After a failure, say for want of file handles, a moment passes first.
async fn patiently(accepted: io::Result<(TcpStream, SocketAddr)>) -> Option<TcpStream> {
    match accepted {
        Ok((stream, _)) => stream.set_nodelay(true).ok().map(|()| stream),
        Err(_) => {
            tokio::time::sleep(Duration::from_millis(100)).await;
            None
        }
    }
}

/// Comes when the process is told to stop. Signals are caught from this call on, not only once somebody waits.
#[cfg(unix)]
pub(crate) fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => (),
            _ = terminate.recv() => (),
        }
    })
}

/// Comes when the process is told to stop.
#[cfg(not(unix))]
pub(crate) fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler, Ctrl-C ends the process as it always did.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
