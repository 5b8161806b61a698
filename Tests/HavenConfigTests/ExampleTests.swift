import Testing

@testable import HavenConfig

/// The families in `etc/examples` are what a newcomer copies from: they load, and nothing is said against them.
struct ExampleTests {
  @Test("every example loads without a warning", arguments: ["first", "harbour", "mill-street"])
  func loads(name: String) throws {
    let folder = "\(checkout)/etc/examples/\(name)"
    let configuration = try ConfigurationLoader(directory: folder).load()
    #expect(configuration.warnings.map(\.description) == [])
  }

  @Test("the harbour family is read whole")
  func harbour() throws {
    let house = try ConfigurationLoader(directory: "\(checkout)/etc/examples/harbour").load().household
    #expect(house.carers.map(\.id) == ["ros", "imani"])
    #expect(house.children.map(\.id) == ["otter", "wren", "finch"])
    #expect(house.dayKinds.map(\.id) == ["holiday", "match-sunday", "saturday", "sunday", "school-day"])
    #expect(house.goals.count == 8)
    #expect(house.respite.map(\.lane.description) == ["solo:ros", "solo:imani", "couple", "sibling:finch"])
  }
}
