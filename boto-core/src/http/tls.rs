//! TLS through rustls and ring. Nothing is loaded before the first `https` connection.

use super::{
    config::{Http2, TlsConfig},
    connect::Io,
};
use crate::host::Host;
use rustls::{
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::CryptoProvider,
    pki_types::{pem::PemObject, CertificateDer, PrivateKeyDer, ServerName, UnixTime},
    ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme,
};
use std::{
    path::Path,
    sync::{Arc, OnceLock},
};
use tokio_rustls::TlsConnector;

/// Makes TLS connections.
pub(super) struct Tls {
    settings: TlsConfig,
    host: Arc<dyn Host>,
    protocols: Vec<Vec<u8>>,
    config: OnceLock<Result<Arc<ClientConfig>, String>>,
}

impl Tls {
    pub(super) fn new(settings: TlsConfig, http2: Http2, host: Arc<dyn Host>) -> Tls {
        let names: &[&[u8]] = match http2 {
            Http2::Never => &[b"http/1.1"],
            Http2::Negotiate => &[b"h2", b"http/1.1"],
            Http2::Always => &[b"h2"],
        };
        Tls { settings, host, protocols: names.iter().map(|n| n.to_vec()).collect(), config: OnceLock::new() }
    }

    /// The handshake: the encrypted stream, and whether HTTP/2 was agreed on.
    pub(super) async fn connect(&self, io: Box<dyn Io>, name: &str) -> Result<(Box<dyn Io>, bool), String> {
        let loaded = self.config.get_or_init(|| load(&self.settings, &self.protocols, &*self.host));
        let config = loaded.as_ref().map_err(Clone::clone)?.clone();
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let server = ServerName::try_from(bare.to_owned()).map_err(|_| format!("`{name}` is not a host name"))?;
        let stream = TlsConnector::from(config).connect(server, io).await.map_err(|e| explain(&e))?;
        let http2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
        Ok((Box::new(stream), http2))
    }
}

/// Says what is wrong with a certificate or the server, and what to do about it.
fn explain(error: &std::io::Error) -> String {
    use rustls::{CertificateError as Bad, Error};
    let why = match error.get_ref().and_then(|e| e.downcast_ref::<Error>()) {
        Some(Error::InvalidCertificate(Bad::UnknownIssuer)) => {
            "the certificate is signed by an authority that is not trusted (AWS_CA_BUNDLE names a file of others)"
                .into()
        }
        Some(Error::InvalidCertificate(Bad::Other(other))) => {
            format!("the certificate cannot be used: {} (is it one that signed itself?)", other.0)
        }
        Some(Error::InvalidMessage(_)) => "the answer is not TLS (is `http://` meant?)".into(),
        Some(error) => error.to_string(),
        None => super::connect::reason(error),
    };
    format!("TLS: {why}")
}

fn load(settings: &TlsConfig, protocols: &[Vec<u8>], host: &dyn Host) -> Result<Arc<ClientConfig>, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|e| format!("TLS: {e}"))?;
    let builder = if settings.verify {
        builder.with_root_certificates(roots(settings.ca_bundle.as_deref(), host)?)
    } else {
        builder.dangerous().with_custom_certificate_verifier(Arc::new(TrustAll(provider)))
    };
    let mut config = match &settings.certificate {
        None => builder.with_no_client_auth(),
        Some(own) => {
            let key_file = own.key.as_deref().unwrap_or(&own.chain);
            let key = PrivateKeyDer::from_pem_slice(&read(key_file, host)?)
                .map_err(|e| format!("no private key in {}: {e}", key_file.display()))?;
            let chain = certificates(&own.chain, host)?;
            builder
                .with_client_auth_cert(chain, key)
                .map_err(|e| format!("certificate in {} cannot be used: {e}", own.chain.display()))?
        }
    };
    config.alpn_protocols = protocols.to_vec();
    Ok(Arc::new(config))
}

fn roots(bundle: Option<&Path>, host: &dyn Host) -> Result<RootCertStore, String> {
    let Some(path) = bundle else {
        return Ok(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() });
    };
    let mut store = RootCertStore::empty();
    // Bundles of operating systems hold a few certificates that no verifier accepts; they are no reason to stop.
    let (added, ignored) = store.add_parsable_certificates(certificates(path, host)?);
    if added == 0 {
        return Err(format!("none of the {ignored} certificates in the CA bundle {} can be used", path.display()));
    }
    Ok(store)
}

fn certificates(path: &Path, host: &dyn Host) -> Result<Vec<CertificateDer<'static>>, String> {
    let pem = read(path, host)?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    let found = found.map_err(|e| format!("cannot read the certificates in {}: {e}", path.display()))?;
    if found.is_empty() {
        return Err(format!("no certificate in {} (is it a PEM file?)", path.display()));
    }
    Ok(found)
}

fn read(path: &Path, host: &dyn Host) -> Result<Vec<u8>, String> {
    host.read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// Accepts every certificate, but still checks that the server holds its key.
#[derive(Debug)]
struct TrustAll(Arc<CryptoProvider>);

impl ServerCertVerifier for TrustAll {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
