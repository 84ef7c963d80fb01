//! The whole machine, without a clock.

use super::*;
use crate::http::TransportErrorKind;

fn metadata(id: &'static str) -> Metadata {
    Metadata { service_id: id.into(), endpoint_prefix: id.to_ascii_lowercase().into(), ..Metadata::default() }
}

fn fault(status: u16, code: Option<&str>) -> Outcome<'_> {
    Outcome { status: Some(status), code, ..Outcome::default() }
}

/// Runs one call and tells what was decided after each outcome, with a `random` of one.
fn decide(policy: &Policy, operation: &str, outcomes: &[Outcome<'_>]) -> Vec<Decision> {
    let mut attempts = policy.begin(operation, None);
    outcomes.iter().map(|o| policy.next(&mut attempts, o, 1.0, DateTime::default())).collect()
}

fn after(milliseconds: u64) -> Decision {
    Decision::After(Duration::from_millis(milliseconds))
}

#[test]
fn standard_backs_off_exponentially_and_stops() {
    let policy = Policy::new(Mode::Standard, None, &metadata("CodeCommit"));
    let outcomes = [fault(500, None), fault(502, None), fault(503, None)];
    assert_eq!(decide(&policy, "Any", &outcomes), [after(50), after(100), Decision::Stop(Stop::MaxAttempts)]);
    assert_eq!(policy.quota(), 472);
}

#[test]
fn success_pays_back_what_the_last_retry_cost() {
    let policy = Policy::new(Mode::Standard, None, &metadata("CodeCommit"));
    decide(&policy, "Any", &[fault(400, Some("Throttling")), Outcome::success(200)]);
    assert_eq!(policy.quota(), 500);
    decide(&policy, "Any", &[fault(500, None), fault(500, None), fault(500, None)]);
    assert_eq!(policy.quota(), 472);
    decide(&policy, "Any", &[Outcome::success(204)]);
    assert_eq!(policy.quota(), 473);
}

#[test]
fn a_drained_quota_stops_and_long_polling_waits_once() {
    let sqs = Policy::new(Mode::Standard, None, &metadata("SQS")).with_quota(0);
    let wait = Some(Duration::from_millis(50));
    assert_eq!(decide(&sqs, "ReceiveMessage", &[fault(500, None)]), [Decision::Stop(Stop::QuotaExhausted { wait })]);
    assert_eq!(decide(&sqs, "SendMessage", &[fault(500, None)]), [Decision::Stop(Stop::QuotaExhausted { wait: None })]);
}

#[test]
fn dynamodb_makes_four_attempts_with_half_the_delay() {
    for id in ["DynamoDB", "DynamoDB Streams"] {
        let policy = Policy::new(Mode::Standard, None, &metadata(id));
        let outcomes = [fault(500, None); 4];
        let expected = [after(25), after(50), after(100), Decision::Stop(Stop::MaxAttempts)];
        assert_eq!(decide(&policy, "Any", &outcomes), expected, "{id}");
    }
}

#[test]
fn the_server_may_ask_for_five_seconds_more() {
    let policy = Policy::new(Mode::Standard, None, &metadata("SQS"));
    for (header, milliseconds) in [("1500", 1500), ("0", 50), ("10000", 5050), ("soon", 50), ("-100", 50), ("", 50)] {
        let outcome = Outcome { retry_after: Some(header), ..fault(500, None) };
        assert_eq!(decide(&policy, "Any", &[outcome]), [after(milliseconds)], "{header}");
    }
}

#[test]
fn a_request_that_cannot_be_sent_is_not_retried() {
    for mode in [Mode::Standard, Mode::Adaptive, Mode::Legacy] {
        let policy = Policy::new(mode, None, &metadata("SQS"));
        for kind in [TransportErrorKind::Connect, TransportErrorKind::ReadTimeout, TransportErrorKind::Broken] {
            let outcome = Outcome { transport: Some(kind), ..Outcome::default() };
            assert!(matches!(decide(&policy, "Any", &[outcome])[..], [Decision::After(_)]), "{mode:?} {kind:?}");
        }
        let outcome = Outcome { transport: Some(TransportErrorKind::Request), ..Outcome::default() };
        assert_eq!(decide(&policy, "Any", &[outcome]), [Decision::Stop(Stop::NotRetryable)]);
    }
}

#[test]
fn damaged_answers_and_corrected_clocks_are_retried() {
    let policy = Policy::new(Mode::Standard, None, &metadata("DynamoDB"));
    let damaged = Outcome { damaged: true, ..Outcome::success(200) };
    let skewed = Outcome { clock_corrected: true, ..fault(403, Some("SignatureDoesNotMatch")) };
    assert_eq!(decide(&policy, "Any", &[damaged, skewed]), [after(25), after(50)]);
    let wrong_key = fault(403, Some("SignatureDoesNotMatch"));
    assert_eq!(decide(&policy, "Any", &[wrong_key]), [Decision::Stop(Stop::NotRetryable)]);
}

#[test]
fn legacy_knows_pairs_of_status_and_code_only() {
    let s3 = Policy::new(Mode::Legacy, None, &metadata("S3"));
    assert_eq!(s3.max_attempts(), 5);
    assert_eq!(Policy::new(Mode::Legacy, None, &metadata("DynamoDB")).max_attempts(), 10);
    assert_eq!(decide(&s3, "Any", &[fault(400, Some("BadDigest")), fault(509, None)]), [after(1000), after(2000)]);
    let stop = [Decision::Stop(Stop::NotRetryable)];
    assert_eq!(decide(&s3, "Any", &[fault(403, Some("BadDigest"))]), stop);
    let organizations = Policy::new(Mode::Legacy, None, &metadata("Organizations"));
    assert_eq!(decide(&organizations, "Any", &[fault(429, None)]), stop);
    assert_eq!(decide(&organizations, "Any", &[fault(400, Some("TooManyRequestsException"))]), [after(1000)]);
}

#[test]
fn adaptive_waits_once_the_service_throttles() {
    let policy = Policy::new(Mode::Adaptive, None, &metadata("CodeCommit"));
    let at = |seconds| DateTime::from_parts(seconds, 0);
    assert_eq!(policy.admit(at(1)), None);
    let mut attempts = policy.begin("Any", None);
    policy.next(&mut attempts, &fault(400, Some("SlowDown")), 1.0, at(1));
    let wait = policy.admit(at(1)).expect("throttled");
    assert!(wait <= Duration::from_secs(2), "{wait:?}");
    assert_eq!(policy.admit(at(4)), None);
}

#[test]
fn headers_name_attempt_limit_and_deadline() {
    let timeout = Some(Duration::from_secs(10));
    let start = DateTime::from_parts(1_559_347_205, 0); // 2019-06-01T00:00:05Z
    for (mode, first) in [(Mode::Standard, "attempt=1; max=3"), (Mode::Legacy, "attempt=1")] {
        let policy = Policy::new(mode, Some(3), &metadata("DynamoDB"));
        let mut attempts = policy.begin("ListTables", None);
        assert_eq!(attempts.header(&policy, start, timeout), first);
        attempts.saw_server_clock(DateTime::from_parts(start.seconds() + 598, 0), start);
        policy.next(&mut attempts, &fault(500, None), 1.0, start);
        let later = DateTime::from_parts(start.seconds() + 1, 0);
        assert_eq!(attempts.header(&policy, later, timeout), "ttl=20190601T001014Z; attempt=2; max=3");
        assert_eq!(attempts.header(&policy, later, None), "attempt=2; max=3");
    }
}

#[test]
fn uuids_carry_version_and_variant() {
    assert_eq!(uuid([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(uuid([0; 16]), "00000000-0000-4000-8000-000000000000");
}
