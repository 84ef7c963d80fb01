//! What there is: services, resources, regions, partitions, profiles; and where tables are found.

use super::Session;
use crate::{
    config::{Layers, Overrides},
    endpoint::Atlas,
    lookup,
    order::sort_by_text,
    Error, ErrorKind, Result,
};
use boto_model::Service;
use std::sync::{Arc, PoisonError};

impl Session {
    /// The services that can be called by name, sorted: those added, those that directories hold models of (feature
    /// `import`), and those of the archive (feature `all-services`). What a [`super::TableSource`] gives is found by
    /// name but cannot be listed.
    ///
    /// # Errors
    /// Settings that make no sense.
    #[inline]
    pub fn available_services(&self) -> Result<Vec<String>> {
        let added = self.inner.added.lock().unwrap_or_else(PoisonError::into_inner);
        let mut names: Vec<String> = added.iter().map(|s| s.metadata().name.to_string()).collect();
        drop(added);
        #[cfg(feature = "import")]
        names.extend(self.models()?.services());
        #[cfg(feature = "all-services")]
        names.extend(boto_model::archive::services().map(str::to_owned));
        sort_by_text(&mut names, String::as_str);
        names.dedup();
        Ok(names)
    }

    /// The versions of a service's API among which `api_versions` chooses, oldest first.
    ///
    /// # Errors
    /// Names that are no service; models in directories that cannot be read.
    #[inline]
    pub fn available_versions(&self, service: &str) -> Result<Vec<String>> {
        let mut versions: Vec<String> =
            self.built_in(service).iter().map(|s| s.metadata().api_version.to_string()).collect();
        #[cfg(feature = "import")]
        versions.extend(self.models()?.versions(service)?.into_keys());
        if versions.is_empty() {
            return Err(self.unknown_service(service));
        }
        sort_by_text(&mut versions, String::as_str);
        versions.dedup();
        Ok(versions)
    }

    /// The regions of a service in the partition `aws`, see [`Self::available_regions_of`].
    ///
    /// # Errors
    /// Names that are no service.
    #[inline]
    pub fn available_regions(&self, service: &str) -> Result<Vec<String>> {
        self.available_regions_of(service, "aws", false)
    }

    /// The regions of a service in a partition; with `others` also endpoints that are no regions (`fips-us-east-1`,
    /// `aws-global`). The source is AWS's table from before endpoint rules (`endpoints.json`), which knows nothing of
    /// services newer than that: they get an empty list, as in botocore. Without the feature `all-services` the table is
    /// not there, and the regions of the partition are listed.
    ///
    /// # Errors
    /// Names that are no service or no partition.
    #[inline]
    pub fn available_regions_of(&self, service: &str, partition: &str, others: bool) -> Result<Vec<String>> {
        let known = Atlas::shared().partitions();
        let Some(found) = known.iter().find(|p| p.id == partition) else {
            return Err(lookup::unknown("partition", partition, known.iter().map(|p| &*p.id)));
        };
        let class = self.get_connection(service)?;
        #[cfg(feature = "all-services")]
        {
            let _ = found;
            let table = boto_model::archive::legacy_endpoints();
            let prefix = &class.service().metadata().endpoint_prefix;
            let mut regions: Vec<String> = crate::endpoint::legacy::available(table, prefix, partition, others)
                .into_iter()
                .map(str::to_owned)
                .collect();
            sort_by_text(&mut regions, String::as_str);
            Ok(regions)
        }
        #[cfg(not(feature = "all-services"))]
        {
            let _ = (class, others);
            let regions = found.regions.iter().filter(|region| !region.ends_with("-global"));
            Ok(regions.map(ToString::to_string).collect())
        }
    }

    /// The partitions of AWS: `aws`, `aws-cn` …
    #[inline]
    pub fn available_partitions(&self) -> Vec<&'static str> {
        Atlas::shared().partitions().iter().map(|p| &*p.id).collect()
    }

    /// The partition that a region belongs to, by its name or by how it is formed: `cn-north-1` is of `aws-cn`.
    ///
    /// # Errors
    /// Names that no partition has regions like.
    #[inline]
    pub fn partition_of(&self, region: &str) -> Result<&'static str> {
        let atlas = Atlas::shared();
        atlas.known(region).map(|partition| &*partition.id).ok_or_else(|| {
            let names: Vec<&str> = atlas.partitions().iter().flat_map(|p| p.regions.iter().map(|r| &**r)).collect();
            lookup::unknown("region", region, names)
        })
    }

    /// The profiles of the configuration and credentials files, sorted. Those are found even if the profile that the
    /// session shall use does not exist.
    ///
    /// # Errors
    /// Files that are malformed.
    #[inline]
    pub fn available_profiles(&self) -> Result<Vec<String>> {
        let names = |config: &crate::config::Config| config.files().profiles.names().map(str::to_owned).collect();
        if let Ok(config) = self.config() {
            return Ok(names(config));
        }
        // `default` need not exist.
        let overrides = Overrides { profile: Some("default".to_owned()), ..self.inner.overrides.clone() };
        Ok(names(&Layers::new(Arc::clone(&self.inner.host), overrides).resolve()?))
    }

    /// The tables of a service by its name, in the version that is asked for (`api_versions`), else in the one that
    /// matches best.
    #[inline]
    pub(super) fn find_tables(&self, name: &str) -> Result<Arc<Service>> {
        let added = self.inner.added.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(service) = added.iter().find(|s| s.metadata().name == name) {
            return Ok(Arc::clone(service));
        }
        drop(added);
        let wanted = self.config()?.api_version(name);
        #[cfg(feature = "import")]
        {
            let models = self.models()?;
            let found = models.versions(name)?;
            if !found.is_empty() {
                let built_in = self.built_in(name);
                let own = built_in.iter().map(|s| &*s.metadata().api_version);
                let best = crate::models::choose(name, found.keys().map(String::as_str).chain(own), wanted)?;
                return match (found.get(&best), built_in) {
                    (Some(found), _) => models.open(name, found),
                    (None, Some(built_in)) => Ok(built_in),
                    (None, None) => Err(self.unknown_service(name)),
                };
            }
        }
        let service = self.built_in(name).ok_or_else(|| self.unknown_service(name))?;
        let held = &service.metadata().api_version;
        match wanted.filter(|wanted| *wanted < &**held) {
            None => Ok(service),
            Some(wanted) => Err(Error::new(
                ErrorKind::Unknown,
                format!("no version {wanted:?} of {name}, which `api_versions` asks for; built in is {held}"),
            )
            .with_hint("put a model of that version into a directory of AWS_DATA_PATH")),
        }
    }

    /// The tables that came with the program.
    #[inline]
    fn built_in(&self, name: &str) -> Option<Arc<Service>> {
        let found = self.inner.tables.iter().find_map(|source| source(name));
        #[cfg(feature = "all-services")]
        let found = found.or_else(|| boto_model::archive::open(name).map(Arc::new));
        found
    }

    #[inline]
    fn unknown_service(&self, name: &str) -> Error {
        // AWS ended it, and newer models have not got it; or nobody gave tables of it.
        #[cfg(feature = "resources-by-name")]
        if self.available_resources().is_ok_and(|defined| defined.iter().any(|service| service == name)) {
            let message = format!("no model of service {name:?}: resources of it are defined, its operations are not");
            let error = Error::new(ErrorKind::Unknown, message);
            return match (cfg!(feature = "all-services"), cfg!(feature = "import")) {
                (true, _) => error.with_hint(own_model(name)),
                (false, true) => error.with_hint(format!("{NO_TABLES}; or {}", own_model(name))),
                (false, false) => error.with_hint(NO_TABLES),
            };
        }
        let known = self.available_services().unwrap_or_default();
        let error = lookup::unknown("service", name, known.iter().map(String::as_str));
        match cfg!(feature = "all-services") || error.hint().is_some() {
            true => error,
            false => error.with_hint(NO_TABLES),
        }
    }

    /// The models in directories.
    #[cfg(feature = "import")]
    #[inline]
    fn models(&self) -> Result<crate::models::Models<'_>> {
        Ok(crate::models::Models::new(self.config()?, &self.inner.data_paths))
    }
}

const NO_TABLES: &str = "calls by name need the tables: enable the feature `all-services` of boto-core, or give the \
                         session a source such as boto_services::find";

#[cfg(feature = "resources-by-name")]
#[inline]
fn own_model(name: &str) -> String {
    format!(
        "put a model of it ({name}/VERSION/service-2.json, as older releases of botocore have it) into a directory of \
         AWS_DATA_PATH or `SessionBuilder::data_path`"
    )
}
