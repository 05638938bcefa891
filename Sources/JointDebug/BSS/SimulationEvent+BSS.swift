extension SimulationEvent {
    /// A call to the BSS, with the code that was sent when it sent one: there is no phone to read it on.
    init(_ call: BSSSeenCall, sent code: SentCode?) {
        self.init(.bss, at: call.at)
        let known = [
            "call": call.operation, "status": String(call.status), "caller": call.caller, "error_code": call.code,
            "reason": call.reason, "mobile": code?.mobile, "code": code?.code,
        ]
        facts = known.compactMapValues(\.self)
    }
}
