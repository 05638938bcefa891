import Hummingbird
import IdentityProvider
import XMLSecurity

/// `/metrics`: what was counted, and what is measured at the moment of asking, so that a key that is gone is gone here.
struct MetricsController: Sendable {
    let services: Services
    let registry: PrometheusRegistry
    let storeSize: StoreSize

    func get(_ request: Request) -> Response {
        let now = services.clock.now
        var measured = services.current.now.expiries().map { subject, end in
            (series: Self.series(subject), value: end.seconds(since: now))
        }
        measured.append((MetricSeries(.storeSize), storeSize.bytes))
        measured.append((MetricSeries(.connections), Int64(services.census.open)))
        return Response(
            status: .ok,
            headers: [.contentType: PrometheusText.contentType, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: registry.text(measured: measured)))
        )
    }

    private static func series(_ subject: ExpiryWarning.Subject) -> MetricSeries {
        switch subject {
        case .key(let name): MetricSeries(.keyExpiry, [("key", name)])
        case .listener: MetricSeries(.listenerExpiry)
        case .metadata(let entity): MetricSeries(.metadataExpiry, [("sp", entity)])
        }
    }
}
