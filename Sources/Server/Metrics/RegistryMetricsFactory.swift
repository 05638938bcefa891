import Metrics

/// swift-metrics on our registry; metrics that are not ours, such as a library's, are not kept.
struct RegistryMetricsFactory: MetricsFactory {
    let registry: PrometheusRegistry

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        guard let name = MetricName(rawValue: label) else {
            return NOOPMetricsHandler.instance.makeCounter(label: label, dimensions: dimensions)
        }
        return RegisteredCounter(registry: registry, series: MetricSeries(name, dimensions))
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        guard let name = MetricName(rawValue: label) else {
            return NOOPMetricsHandler.instance.makeTimer(label: label, dimensions: dimensions)
        }
        return RegisteredTimer(registry: registry, series: MetricSeries(name, dimensions))
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance.makeRecorder(label: label, dimensions: dimensions, aggregate: aggregate)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        NOOPMetricsHandler.instance.makeMeter(label: label, dimensions: dimensions)
    }

    // A series outlives its handle: handles are made for one increment.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}

    private final class RegisteredCounter: CounterHandler {
        let registry: PrometheusRegistry
        let series: MetricSeries

        init(registry: PrometheusRegistry, series: MetricSeries) {
            self.registry = registry
            self.series = series
        }

        func increment(by amount: Int64) { registry.add(amount, to: series) }
        // Counters of Prometheus begin anew with the process only.
        func reset() {}
    }

    private final class RegisteredTimer: TimerHandler {
        let registry: PrometheusRegistry
        let series: MetricSeries

        init(registry: PrometheusRegistry, series: MetricSeries) {
            self.registry = registry
            self.series = series
        }

        func recordNanoseconds(_ duration: Int64) { registry.record(Double(duration) / 1e9, in: series) }
    }
}
