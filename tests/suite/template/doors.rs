//! The gateway, the function URL and the cache in front: who gets in, and to what.

use std::collections::BTreeSet;

use serde_json::Value;

use super::stack::Stack;
use super::{Findings, at, demand, list, show};
use crate::support::repository;

/// Everything that costs inference, or writes, or tells what is deployed.
const GUARDED: &str = "/v1/";
/// AWS's own policies for caches, by their published identifiers.
const CACHE_NOTHING: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const PASS_ALL_BUT_HOST: &str = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
/// Of the many files of the page nothing depends on who asks.
const CACHE_FILES: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

pub(super) fn check(stack: &Stack) -> Findings {
    let mut findings = routes(stack);
    findings.extend(gateway(stack));
    findings.extend(permissions(stack));
    findings.extend(stream(stack));
    findings.extend(cache(stack));
    findings
}

fn public(stack: &Stack) -> bool {
    stack.parameter("Access") == "public"
}

fn routes(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let mut routed = BTreeSet::new();
    for (name, route) in stack.of_type("AWS::ApiGatewayV2::Route") {
        let key = show(&route["Properties"]["RouteKey"]);
        let guarded = key.split(' ').nth(1).is_some_and(|path| path.starts_with(GUARDED));
        let (kind, authorizer) = (show(&route["Properties"]["AuthorizationType"]), show(&route["Properties"]["AuthorizerId"]));
        let locked = kind == "JWT" && authorizer == "JwtAuthorizer";
        let good = match (guarded, public(stack)) {
            (true, false) => locked,
            (true, true) => kind == "NONE",
            (false, _) => kind == "null" && authorizer == "null",
        };
        demand(&mut findings, good, || format!("{name} ({key}) is guarded by {kind} {authorizer}"));
        let whole =
            show(&route["Properties"]["Target"]) == "integrations/${ApiIntegration}" && show(&route["Properties"]["ApiId"]) == "HttpApi";
        demand(&mut findings, whole, || format!("{name} leads elsewhere"));
        routed.insert(key);
    }
    let documented = documented();
    // Whoever adds an address to the API adds it to the gateway, on the right side of the authorizer.
    findings.extend(documented.difference(&routed).map(|key| format!("{key} is documented and not routed")));
    findings.extend(routed.difference(&documented).map(|key| format!("{key} is routed and not documented")));
    findings
}

/// Methods and paths of the OpenAPI document, as route keys.
fn documented() -> BTreeSet<String> {
    let json = std::fs::read(repository().join("functions/api/openapi.json")).unwrap();
    let document: Value = serde_json::from_slice(&json).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let keys = paths
        .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase())));
    keys.collect()
}

fn gateway(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let property = |name: &str, pointer: &str| show(stack.property(name, pointer));
    let mut expect = |name: &str, pointer: &str, wanted: &str| {
        let found = property(name, pointer);
        demand(&mut findings, found == wanted, || format!("{name}{pointer} is {found} instead of {wanted}"));
    };
    expect("HttpApi", "/ProtocolType", "HTTP");
    expect("ApiIntegration", "/PayloadFormatVersion", "2.0");
    expect("ApiIntegration", "/IntegrationUri", "ApiFunction.Arn");
    expect("ApiStage", "/StageName", "$default");
    expect("ApiStage", "/DefaultRouteSettings/ThrottlingRateLimit", &stack.parameter("RequestsPerSecond"));
    expect("ApiStage", "/DefaultRouteSettings/ThrottlingBurstLimit", &stack.parameter("RequestBurst"));
    expect("ApiStage", "/AccessLogSettings/DestinationArn", "AccessLogs.Arn");
    if public(stack) {
        let authorizers = stack.of_type("AWS::ApiGatewayV2::Authorizer").count();
        demand(&mut findings, authorizers == 0, || "there is an authorizer that guards nothing".to_owned());
    } else {
        expect("JwtAuthorizer", "/AuthorizerType", "JWT");
        expect("JwtAuthorizer", "/JwtConfiguration/Issuer", &stack.parameter("JwtIssuer"));
        expect("JwtAuthorizer", "/JwtConfiguration/Audience", &format!("[\"{}\"]", stack.parameter("JwtAudience")));
        expect("JwtAuthorizer", "/IdentitySource", "[\"$request.header.Authorization\"]");
    }
    let format: Result<Value, _> = serde_json::from_str(&property("ApiStage", "/AccessLogSettings/Format"));
    demand(&mut findings, format.is_ok_and(|format| format["status"] == "$context.status"), || "the access log is not JSON".to_owned());
    let origin = stack.parameter("CorsOrigin");
    for (name, pointer) in [("HttpApi", "/CorsConfiguration/AllowOrigins"), ("StreamUrl", "/Cors/AllowOrigins")] {
        let found: Vec<String> = list(stack.property(name, pointer)).into_iter().map(show).collect();
        let good = found.iter().all(|found| *found == origin && !origin.is_empty());
        demand(&mut findings, good, || format!("{name} lets in the pages of {found:?}"));
    }
    findings
}

fn permissions(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    for (name, permission) in stack.of_type("AWS::Lambda::Permission") {
        let property = |key: &str| show(&permission["Properties"][key]);
        let gateway = property("Principal") == "apigateway.amazonaws.com" && property("SourceArn").contains(":${HttpApi}/");
        let url = public(stack)
            && match property("Action").as_str() {
                "lambda:InvokeFunctionUrl" => property("FunctionUrlAuthType") == "NONE",
                "lambda:InvokeFunction" => property("InvokedViaFunctionUrl") == "true",
                _ => false,
            };
        demand(&mut findings, gateway || url, || format!("{name} lets {} call the function", property("Principal")));
    }
    findings
}

fn stream(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let wanted = stack.parameter("StreamingUrl") == "yes";
    let urls: Vec<_> = stack.of_type("AWS::Lambda::Url").collect();
    demand(&mut findings, urls.len() == usize::from(wanted), || format!("there are {} function URLs", urls.len()));
    for (name, url) in urls {
        let (kind, mode) = (show(&url["Properties"]["AuthType"]), show(&url["Properties"]["InvokeMode"]));
        let expected = if public(stack) { "NONE" } else { "AWS_IAM" };
        demand(&mut findings, kind == expected, || format!("{name} is guarded by {kind}"));
        demand(&mut findings, mode == "RESPONSE_STREAM", || format!("{name} answers in mode {mode}"));
    }
    // The function has to know, because the two kinds of answers look different to Lambda.
    let told = show(stack.property("ApiFunction", "/Environment/Variables/ACOUSTICSENSE_STREAM"));
    demand(&mut findings, told == if wanted { "1" } else { "" }, || format!("the API's ACOUSTICSENSE_STREAM is {told:?}"));
    findings
}

fn cache(stack: &Stack) -> Findings {
    let mut findings = Vec::new();
    let wanted = stack.parameter("PageCache") == "yes";
    let distributions: Vec<_> = stack.of_type("AWS::CloudFront::Distribution").collect();
    demand(&mut findings, distributions.len() == usize::from(wanted), || format!("there are {} distributions", distributions.len()));
    for (name, distribution) in distributions {
        let config = at(distribution, "/Properties/DistributionConfig");
        let default = &config["DefaultCacheBehavior"];
        demand(&mut findings, default["CachePolicyId"] == CACHE_NOTHING, || format!("{name} keeps answers"));
        // Without it the token would not arrive, and with the viewer's Host the gateway would not know itself.
        demand(&mut findings, default["OriginRequestPolicyId"] == PASS_ALL_BUT_HOST, || {
            format!("{name} does not pass requests on as they are")
        });
        for behavior in list(&config["CacheBehaviors"]) {
            let files = behavior["PathPattern"] == "/assets/*" && behavior["CachePolicyId"] == CACHE_FILES;
            demand(&mut findings, files, || format!("{name} keeps {}", behavior["PathPattern"]));
        }
        let behaviors = list(&config["CacheBehaviors"]).into_iter().chain([default]);
        let open = behaviors.filter(|behavior| behavior["ViewerProtocolPolicy"] == "allow-all").count();
        let origin = at(config, "/Origins/0/CustomOriginConfig/OriginProtocolPolicy");
        demand(&mut findings, open == 0 && origin == "https-only", || format!("{name} can be reached, or reaches, without TLS"));
    }
    findings
}
