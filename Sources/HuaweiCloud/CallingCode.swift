/// How long a country's calling code is (ITU-T E.164, assigned codes): zones 1 and 7 have one digit, the countries
/// listed two, all others three.
enum CallingCode {
    private static let twoDigits: Set<String> = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ]

    static func length(of digits: Substring) -> Int {
        if digits.hasPrefix("1") || digits.hasPrefix("7") { return 1 }
        return twoDigits.contains(String(digits.prefix(2))) ? 2 : 3
    }
}
