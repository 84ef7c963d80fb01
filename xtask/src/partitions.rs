//! `cargo xtask partitions PIN`: digests `partitions.json` of an unpacked botocore into the text that boto-core embeds.

use boto_model::import::Json;
use std::path::Path;

/// Where the digest goes.
const TARGET: &str = "boto-core/src/endpoint/partitions.txt";

/// Digests the partitions of the botocore distribution in that folder.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let pin = arguments.first().ok_or("partitions: which botocore folder?")?;
    let source = Path::new(pin).join("botocore/data/partitions.json");
    let bytes = std::fs::read(&source).map_err(|e| format!("{}: {e}", source.display()))?;
    let digest = digest(&Json::parse(&bytes).map_err(|e| e.to_string())?)?;
    std::fs::write(TARGET, digest).map_err(|e| format!("{TARGET}: {e}"))
}

/// One line per partition: id, pattern, suffixes, global region, flags and regions, between tabs.
pub fn digest(document: &Json) -> Result<String, String> {
    let mut out = String::new();
    let Some(Json::List(partitions)) = document.get("partitions") else {
        return Err("no partitions".to_owned());
    };
    for partition in partitions {
        let text = |json: Option<&Json>| match json {
            Some(Json::String(s)) if !s.contains(['\t', '\n']) => Ok(s.clone()),
            Some(Json::Bool(b)) => Ok(if *b { "yes" } else { "no" }.to_owned()),
            other => Err(format!("unexpected {other:?}")),
        };
        let outputs = partition.get("outputs");
        let output = |name: &str| text(outputs.and_then(|o| o.get(name)));
        let Some(Json::Object(regions)) = partition.get("regions") else {
            return Err("no regions".to_owned());
        };
        let mut regions: Vec<&str> = regions.iter().map(|(name, _)| name.as_str()).collect();
        regions.sort_unstable();
        let fields = [
            text(partition.get("id"))?,
            text(partition.get("regionRegex"))?,
            output("dnsSuffix")?,
            output("dualStackDnsSuffix")?,
            output("implicitGlobalRegion")?,
            output("supportsFIPS")?,
            output("supportsDualStack")?,
            regions.join(" "),
        ];
        out.push_str(&fields.join("\t"));
        out.push('\n');
    }
    Ok(out)
}
