//! `smithy-protocols`: Smithy's own protocol tests. Cases of level `client` (`svc-*`) need real services and the whole
//! pipeline; those of `rpcv2Json` a protocol that no service speaks.

use super::{protocols_input, protocols_output, Report};

const DEVIATIONS: &[(&str, &str)] = &[];

/// Runs the suite.
pub fn run(report: &mut Report) {
    report.deviations(DEVIATIONS);
    for file in report.files() {
        if file.starts_with("svc-") || file.starts_with("rpcv2Json") {
            continue;
        }
        for case in report.cases(&file) {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            let run = if file.ends_with("-input") { protocols_input::one } else { protocols_output::one };
            report.case(&id, run(&case));
        }
    }
}
