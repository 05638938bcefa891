import Foundation
import HTTPTypes
import HuaweiCloud
import XMLSecurity

extension BSSHost {
    /// How long a code is good when nothing is said, in minutes (huawei-cloud.md 6.4).
    private static let usualMinutes = 10

    func carryOut(
        _ operation: BSSOperation,
        _ call: ReceivedCall,
        for partner: BSSPartner,
        at moment: BSSMoment
    ) async throws -> BSSAnswer {
        switch operation {
        case .checkIdentity: return try BSSAnswer.json(await checked(try read(CheckIdentity.self, call)))
        case .sendCode:
            let order = try read(SendCode.self, call)
            let minutes = order.minutes ?? Self.usualMinutes
            await book.sendCode(to: order.mobile, minutes: minutes, at: moment.now)
            return BSSAnswer(status: .noContent, body: [])
        case .createCustomer:
            return try BSSAnswer.json(try await created(try read(CreateCustomer.self, call), for: partner, at: moment))
        case .customers:
            let query = try read(CustomerQuery.self, call)
            return try BSSAnswer.json(await listed(query, for: partner, at: moment.right))
        case .adjustRecords: return try BSSAnswer.json(await adjusted(try query(.v3, call)))
        case .adjustRecordsV2: return try BSSAnswer.json(await adjusted(try query(.v2, call)))
        }
    }

    private func read<Call: Decodable>(_ type: Call.Type, _ call: ReceivedCall) throws -> Call {
        do {
            return try JSONDecoder().decode(type, from: Data(call.body))
        } catch let fault as BSSFieldFault {
            throw Self.refusal(fault)
        } catch {
            throw BSSRefusal(400, "CBC.0100", "The parameter is invalid.")
        }
    }

    private func query(_ version: AdjustRecordQuery.Version, _ call: ReceivedCall) throws -> AdjustRecordQuery {
        do {
            return try AdjustRecordQuery(version, reading: call.parameters)
        } catch {
            throw BSSRefusal(error)
        }
    }

    /// Some fields have codes of their own.
    private static func refusal(_ fault: BSSFieldFault) -> BSSRefusal {
        switch fault.field {
        case "mobile_phone": .mobileIsWrong
        case "domain_name": .nameIsWrong
        case "password": .passwordIsWrong
        case "verification_code": .codeIsWrong
        default: BSSRefusal(fault)
        }
    }

    private func checked(_ identity: CheckIdentity) async -> CheckIdentity.Answer {
        let customers = await customers.all
        let isUsed =
            switch identity.kind {
            case .name: customers.contains { $0.domainName == identity.value }
            case .email: customers.contains { $0.email == identity.value }
            case .mobile: customers.contains { $0.mobile.map(Self.digits) == Self.digits(identity.value) }
            }
        return CheckIdentity.Answer(
            result: isUsed ? CheckIdentity.Answer.used : CheckIdentity.Answer.available,
            mobileRemaining: identity.kind == .mobile ? (isUsed ? 0 : 1) : nil
        )
    }

    /// The number in the country, from each of the forms that it is kept in.
    private static func digits(_ mobile: String) -> String {
        String(mobile.split(separator: "-").last ?? "")
    }

    private func created(
        _ order: CreateCustomer,
        for partner: BSSPartner,
        at moment: BSSMoment
    ) async throws -> CreateCustomer.Answer {
        guard owns(partner, order.platformID.value) else { throw BSSRefusal.otherPlatform }
        // No partner of the simulation has cloud resellers.
        guard order.indirectPartnerID == nil else { throw BSSRefusal.resellerIsOther }
        if let mobile = order.mobile {
            try await book.judge(mobile, at: moment.now)
            if let refusal = ReservedPhone.refusals[mobile.number] { throw refusal }
        }
        let delay = Int64(moment.faults[.lateAssociation] ?? 0)
        let answer = try await make(order, associated: moment.right.adding(seconds: delay))
        if let mobile = order.mobile { await book.spend(mobile) }
        guard order.awaitsAssociation != true || delay == 0 else { throw BSSRefusal.associationIsLate(answer) }
        return answer
    }

    private func make(_ order: CreateCustomer, associated: Instant) async throws -> CreateCustomer.Answer {
        do {
            let customer = try await customers.create(
                order.domainName ?? "h" + Hexadecimal.encode(randomness.bytes(15)),
                accountID: order.accountID,
                platformID: order.platformID.value,
                // As the attribute of an assertion has it, so that both sides find one phone.
                mobile: order.mobile.map { "0086-" + $0.number },
                email: order.email,
                byAPI: true,
                at: associated
            )
            return CreateCustomer.Answer(domainID: customer.domainID, domainName: customer.domainName)
        } catch {
            switch error {
            case .nameIsTaken, .noSuchName: throw BSSRefusal.nameExists
            case .mobileIsTaken: throw BSSRefusal.mobileExists
            case .accountIsBound, .isBoundElsewhere: throw BSSRefusal.accountExists
            }
        }
    }
}
