public import Onboarding
import XMLSecurity

/// How our clock stands against a server's.
public struct ClockReading: Hashable, Sendable {
    /// What is to be added to our clock, in milliseconds.
    public let offset: Int64
    /// How long the question and its answer were on the way, in milliseconds.
    public let delay: Int64
    /// How far the server is from a clock of reference.
    public let stratum: Int

    /// The arithmetic of RFC 4330 5.
    init(asked: Instant, reply: SNTPReply, heard: Instant) {
        let out = reply.received.milliseconds - asked.milliseconds
        let back = reply.transmitted.milliseconds - heard.milliseconds
        offset = (out + back) / 2
        delay = out - back
        stratum = reply.stratum
    }

    /// The look of `world.clock`.
    public var look: WorldEvidence.Look {
        WorldEvidence.Look(
            ClockTolerance.judgement(of: offset, giveOrTake: 0),
            facts: [
                ChecklistFact("offset", "\(offset) ms"), ChecklistFact("delay", "\(delay) ms"),
                ChecklistFact("stratum", "\(stratum)"),
            ]
        )
    }
}
