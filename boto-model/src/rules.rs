//! Endpoint rules 2.0, as facts: parameters and a decision tree. They are interpreted in `boto-core`.

use crate::Text;

/// The endpoint rules of a service (`endpoint-rule-set-1.json`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSet {
    /// What the rules may ask.
    pub parameters: Box<[Parameter]>,
    /// Tried in order.
    pub rules: Box<[Rule]>,
}

/// A parameter of the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Text,
    /// Its type.
    pub kind: ParameterKind,
    /// The built-in that fills it, `AWS::Region`.
    pub builtin: Option<Text>,
    /// Without it the rules cannot be asked.
    pub required: bool,
    /// Its value where nobody gives one.
    pub default: Option<Literal>,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// A list of strings.
    StringArray,
}

/// A value written in a model.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A string.
    String(Text),
    /// A boolean.
    Bool(bool),
    /// An integer.
    Int(i64),
    /// A list of strings.
    Strings(Box<[Text]>),
}

/// One rule: all conditions hold, then the body counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// All must hold.
    pub conditions: Box<[Condition]>,
    /// What follows.
    pub body: Body,
}

/// What a rule leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Further rules; if none matches, the answer is an error.
    Tree(Box<[Rule]>),
    /// An endpoint.
    Endpoint(Box<EndpointTemplate>),
    /// An error, with its message (a template).
    Error(Expr),
}

/// An endpoint with its templates.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTemplate {
    /// The URL.
    pub url: Expr,
    /// `properties`, among them `authSchemes`.
    pub properties: Box<[(Text, Property)]>,
    /// Headers to send.
    pub headers: Box<[(Text, Box<[Expr]>)]>,
}

/// A property of an endpoint: JSON whose strings are templates.
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// A string, boolean or number.
    Value(Expr),
    /// A list.
    List(Box<[Property]>),
    /// An object.
    Object(Box<[(Text, Property)]>),
}

/// A condition: a call, whose result may be given a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The call.
    pub call: Call,
    /// The name of the result for what follows.
    pub assign: Option<Text>,
}

/// A function call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// `isSet`, `aws.partition` … (an unknown one is an error when it is reached, not before).
    pub function: Text,
    /// The arguments.
    pub arguments: Box<[Expr]>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A literal without templates.
    Literal(Literal),
    /// `{"ref": "Region"}`.
    Ref(Text),
    /// A string with `{Region}` and `{url#authority}` in it.
    Template(Box<[Part]>),
    /// A call.
    Call(Box<Call>),
    /// A list of expressions (arguments of `coalesce`-like functions).
    List(Box<[Expr]>),
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Text as it stands.
    Text(Text),
    /// `{name}` or `{name#path.to[0]}`: the reference and the path behind `#`, if any.
    Ref(Text, Option<Text>),
}

/// The partitions of AWS (`partitions.json`), for `aws.partition` and for lists of regions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partitions {
    /// In order; the first is the default.
    pub partitions: Box<[Partition]>,
}

/// A partition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partition {
    /// `aws`, `aws-cn` …
    pub id: Text,
    /// The regular expression of its regions.
    pub region_regex: Text,
    /// `dnsSuffix`.
    pub dns_suffix: Text,
    /// `dualStackDnsSuffix`.
    pub dual_stack_dns_suffix: Text,
    /// `implicitGlobalRegion`.
    pub implicit_global_region: Text,
    /// `supportsFIPS`.
    pub supports_fips: bool,
    /// `supportsDualStack`.
    pub supports_dual_stack: bool,
    /// The regions known by name, each with the outputs it overrides (name, JSON text), usually none.
    pub regions: Box<[Text]>,
}
