//! S3 Control.

use super::{Input, Outgoing};
use crate::{arn::Arn, Error, ErrorKind, Result, Value};
use boto_model::rules::Literal;

/// An ARN of S3 on Outposts as `Name` or `Bucket` gives the account; other ARNs are refused.
pub fn arn(input: &mut Input<'_>) -> Result<()> {
    if matches!(&*input.operation.name, "CreateBucket" | "ListRegionalBuckets") {
        return Ok(());
    }
    for (member, kind) in [("Name", "accesspoint"), ("Bucket", "bucket")] {
        // A new access point is named, not addressed.
        if member == "Name" && input.operation.name == "CreateAccessPoint" {
            continue;
        }
        let Some(text) = input.record.text(member).filter(|text| text.matches(':').count() >= 5) else { continue };
        let refuse = |why: &str| {
            let message = format!("{member}: {text:?}: {why}");
            Err(Error::new(ErrorKind::Validation, message))
        };
        let arn = Arn::parse(text)?;
        if arn.region.starts_with("fips-") || arn.region.ends_with("fips-") {
            return refuse("an ARN names the plain region, without FIPS; ask for FIPS endpoints in the configuration");
        }
        if input.accelerate {
            let message = "S3 control has no accelerate endpoints: turn use_accelerate_endpoint off";
            return Err(Error::new(ErrorKind::Config, message));
        }
        let parts: Vec<&str> = arn.resource.split(['/', ':']).collect();
        let outposts = arn.service == "s3-outposts" && parts.len() == 4 && parts[0] == "outpost" && parts[2] == kind;
        if !outposts {
            return refuse(&format!("only ARNs of S3 on Outposts ({kind}s) can stand here"));
        }
        match input.record.text("AccountId") {
            Some(given) if given != arn.account => {
                return refuse(&format!("its account is not the one given as AccountId, {given:?}"))
            }
            Some(_) => {}
            None => {
                let account = arn.account.to_owned();
                input.record.set("AccountId", Value::String(account));
            }
        }
    }
    Ok(())
}

/// Takes `{AccountId}.` off the host prefix where the endpoint rules ask for the account.
pub fn account_out_of_prefix(outgoing: &mut Outgoing<'_>) -> Result<()> {
    let in_rules = outgoing
        .operation
        .static_context_params
        .iter()
        .any(|param| param.name == "RequiresAccountId" && param.value == Literal::Bool(true));
    if in_rules && outgoing.operation.host_prefix.as_deref() == Some("{AccountId}.") {
        *outgoing.host_prefix = None;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{object, Case};
    use boto_model::StaticParam;

    #[test]
    fn arn() {
        let run = |operation: &'static str, given: &[(&'static str, &'static str)]| {
            let mut case = Case::new(["Name", "Bucket", "AccountId"]);
            case.operation.name = operation.into();
            let given = object(given.iter().copied());
            let mut input = case.input(&given);
            super::arn(&mut input)
                .map(|()| input.record.text("AccountId").map(str::to_owned))
                .map_err(|e| e.to_string())
        };
        let bucket = "arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-1:bucket:b";
        let point = "arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-1:accesspoint:a";
        let account = Ok(Some("123456789012".to_owned()));
        assert_eq!(run("GetBucket", &[("Bucket", bucket)]), account);
        assert_eq!(run("GetAccessPointPolicy", &[("Name", point)]), account);
        assert_eq!(run("GetBucket", &[("Bucket", "plain"), ("AccountId", "1")]), Ok(Some("1".to_owned())));
        assert_eq!(run("CreateAccessPoint", &[("Name", point)]), Ok(None));
        assert!(run("GetBucket", &[("Bucket", bucket), ("AccountId", "1")]).unwrap_err().contains("AccountId"));
        assert!(run("GetBucket", &[("Bucket", point)]).unwrap_err().contains("Outposts"));
        let fips = "arn:aws:s3-outposts:fips-us-gov-west-1:123456789012:outpost:op-1:bucket:b";
        assert!(run("GetBucket", &[("Bucket", fips)]).unwrap_err().contains("FIPS"));
    }

    #[test]
    fn account_out_of_prefix() {
        let mut case = Case::new([]);
        case.operation.host_prefix = Some("{AccountId}.".into());
        case.host_prefix = Some("123.".to_owned());
        super::account_out_of_prefix(&mut case.outgoing()).unwrap();
        assert_eq!(case.host_prefix.as_deref(), Some("123."));
        let value = boto_model::rules::Literal::Bool(true);
        case.operation.static_context_params = [StaticParam { name: "RequiresAccountId".into(), value }].into();
        super::account_out_of_prefix(&mut case.outgoing()).unwrap();
        assert_eq!(case.host_prefix, None);
    }
}
