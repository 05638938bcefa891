/// A page of a list: one object with `schema` and `items`, and the cursor of the next page when there may be one.
struct PageBody<Item: Encodable>: Encodable {
    let schema: String
    let items: [Item]
    var next: String?
}
