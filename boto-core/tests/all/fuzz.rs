//! The functions of `fuzz/`, a bounded number of times: on good inputs, and on those with a few bytes changed.

use boto_core::event::{Frame, Header, HeaderValue};
use bytes::Bytes;

#[path = "../../../fuzz/src/lib.rs"]
mod targets;

/// Good inputs by target: what is changed at random.
const SEEDS: &[(&str, &[&[u8]])] = &[
    (
        "json",
        &[
            br#"{"Count":1,"Items":[{"a":{"S":"x"},"b":{"M":{"c":{"N":"1.5e3"}}},"d":{"B":"AAEC"}}],"ScannedCount":2}"#,
            br#"{"__type":"com.amazonaws#ResourceNotFoundException","message":"no \ud83d\ude00 table"}"#,
            br#"{"Configuration":{"FunctionName":"f","MemorySize":128},"Tags":{"a":"b"}}"#,
        ],
    ),
    (
        "xml",
        &[
            b"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3\"><Name>b</Name><Contents><Key>a&amp;b</Key>\
              <Size>7</Size><LastModified>2024-01-02T03:04:05Z</LastModified></Contents></ListBucketResult>",
            b"<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId></item>\
              </instancesSet></item></reservationSet></DescribeInstancesResponse>",
            b"<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message><![CDATA[no]]></Message></Error>\
              <RequestId>r</RequestId></ErrorResponse>",
        ],
    ),
    ("cbor", &[b"\xa1\x71MetricDataResults\x81\xa2\x62Id\x61a\x66Values\x9f\xfb\x3f\xf8\x00\x00\x00\x00\x00\x00\xff"]),
    (
        "form",
        &[br#"{"Message":"a b","TopicArn":"arn:x","Bucket":"b","Key":"a/../b","MinCount":1,"MaxCount":2,"Body":"AA==",
            "TagSpecifications":[{"Tags":[{"Key":"k"}]}],"LifecycleConfiguration":{"Rules":[{"Status":"Enabled"}]}}"#],
    ),
    ("profiles", &[b"[profile a]\nregion = eu-west-1 ; x\ns3 =\n  addressing_style = path\n[sso-session b]\nx=1\0[a]\nk = v\n"]),
    (
        "rules",
        &[br#"{"version":"1.0","parameters":{"Region":{"type":"string","builtIn":"AWS::Region"}},"rules":[{"conditions":
            [{"fn":"isSet","argv":[{"ref":"Region"}]},{"fn":"aws.partition","argv":[{"ref":"Region"}],"assign":"p"}],
            "endpoint":{"url":"https://x.{Region}.{p#dnsSuffix}","properties":{},"headers":{}},"type":"endpoint"}]}"#],
    ),
    (
        "models",
        &[
            br#"{"version":"2.0","metadata":{"protocol":"json","apiVersion":"1","serviceId":"X"},"operations":{"Do":{"name":
            "Do","http":{"method":"POST","requestUri":"/"},"input":{"shape":"In"}}},"shapes":{"In":{"type":"structure",
            "members":{"a":{"shape":"L"}}},"L":{"type":"list","member":{"shape":"In"}}}}"#,
            br#"{"smithy":"2.0","shapes":{"a#S":{"type":"service","version":"1","operations":[{"target":"a#O"}],"traits":
            {"aws.protocols#restJson1":{},"aws.api#service":{"sdkId":"X"}}},"a#O":{"type":"operation","traits":
            {"smithy.api#http":{"method":"GET","uri":"/x"}}}}}"#,
        ],
    ),
    ("dates", &[b"2024-02-29T23:59:60.123+01:00", b"Sun, 06 Nov 1994 08:49:37 GMT", b"1.5e9", b"80.7271066", b"9999-12-31"]),
];

/// Bytes that mean something to one format or another.
const SPICE: &[u8] = b"{}[]<>/&;\"\\,:0e-=\x00\xff\x5f\x9f\xbf\xdb\n ";

#[test]
fn any_bytes_come_back() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit.max(1) as u64) as usize
    };
    for (name, run) in targets::TARGETS {
        let frame = frame();
        let seeds = match SEEDS.iter().find(|(target, _)| target == name) {
            Some((_, seeds)) => seeds.to_vec(),
            None => {
                assert_eq!(*name, "events", "each target has seeds");
                vec![&frame[..]]
            }
        };
        for seed in seeds {
            run(seed);
            for _ in 0..600 {
                let mut data = seed.to_vec();
                for _ in 0..=below(3) {
                    let at = below(data.len());
                    match below(5) {
                        0 => data.truncate(at),
                        1 => data.insert(at, below(256) as u8),
                        2 if at < data.len() => data[at] = SPICE[below(SPICE.len())],
                        3 if at < data.len() => data[at] ^= 1 << below(8),
                        _ => data.extend_from_within(at.min(data.len())..),
                    }
                }
                run(&data);
            }
        }
    }
}

/// Two frames with headers, whose checksums are right.
fn frame() -> Vec<u8> {
    let headers = vec![
        Header { name: ":event-type".into(), value: HeaderValue::String("Records".into()) },
        Header { name: "count".into(), value: HeaderValue::Int(7) },
    ];
    let frame = Frame { headers, payload: Bytes::from_static(b"{\"a\":1}") };
    let bytes = frame.encode().unwrap();
    [&bytes[..], &bytes[..]].concat()
}
