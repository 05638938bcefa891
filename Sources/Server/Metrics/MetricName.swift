/// Every metric of the service: the one list that counting, `/metrics` and the documentation share.
enum MetricName: String, CaseIterable, Sendable {
    case requests = "drawbridge_http_requests_total"
    case responses = "drawbridge_responses_total"
    case refusals = "drawbridge_refusals_total"
    case logins = "drawbridge_test_logins_total"
    case notifications = "drawbridge_association_notifications_total"
    case webhooks = "drawbridge_webhook_attempts_total"
    case reloads = "drawbridge_reloads_total"
    case turnedAway = "drawbridge_turned_away_total"
    case signing = "drawbridge_signing_seconds"
    case keyExpiry = "drawbridge_key_expiry_seconds"
    case metadataExpiry = "drawbridge_metadata_expiry_seconds"
    case listenerExpiry = "drawbridge_tls_expiry_seconds"
    case storeSize = "drawbridge_store_bytes"
    case connections = "drawbridge_connections"

    /// A metric's type, as Prometheus names it.
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    var kind: Kind {
        switch self {
        case .requests, .responses, .refusals, .logins, .notifications, .webhooks, .reloads, .turnedAway: .counter
        case .keyExpiry, .metadataExpiry, .listenerExpiry, .storeSize, .connections: .gauge
        case .signing: .histogram
        }
    }

    /// One sentence without a backslash or a line break, so that it needs no escape.
    var help: String {
        switch self {
        case .requests: "Requests of the public listener by route template, method and status."
        case .responses: "SAML Responses by SP and decision."
        case .refusals: "Refusals by code."
        case .logins: "Users of the test directory who signed in; those refused are refusals."
        case .notifications: "Association notifications by outcome."
        case .webhooks: "Attempts to deliver a webhook by result."
        case .reloads: "Reloads of keys, metadata and portals by result."
        case .turnedAway: "Connections and requests turned away by limit."
        case .connections: "Open connections of the public listener."
        case .listenerExpiry: "Seconds until the TLS certificate of the public listener ends; negative when it has."
        case .signing: "Seconds that it took to write and sign a Response."
        case .keyExpiry: "Seconds until the certificate of a published key ends; negative when it has."
        case .metadataExpiry: "Seconds until an SP's metadata ends; negative when it has."
        case .storeSize: "Bytes of the store's files, the write-ahead log included."
        }
    }
}
