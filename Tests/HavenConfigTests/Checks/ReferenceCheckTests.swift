import Testing

@testable import HavenConfig

struct ReferenceCheckTests {
  private let house = """
    [[carer]]
    id = "ros"
    [[carer]]
    id = "imani"
    [[child]]
    id = "otter"
    [[calendar]]
    id = "easter"
    dates = ["2026-04-03"]
    [[day]]
    id = "school-day"
    on = "Mon-Fri"
    [[routine]]
    id = "evening"
    steps = ["17:45 tea"]

    """

  @Test(
    "an unknown id is told with the one that was probably meant",
    arguments: [
      (
        "[[child]]\nid = \"wren\"\nkey-carer = [\"ros\", \"iman\"]\n",
        "18:21: error: there is no carer 'iman'; did you mean 'imani'?"
      ),
      (
        "[[child]]\nid = \"wren\"\nladder = \"shrt\"\n",
        "18:10: error: there is no ladder 'shrt'; did you mean 'short'?"
      ),
      (
        "[[day]]\nid = \"x\"\nwithin = [\"ester\"]\n",
        "18:11: error: there is no calendar 'ester'; did you mean 'easter'?"
      ),
      ("[[day]]\nid = \"x\"\nnot = \"ester\"\n", "18:7: error: there is no calendar 'ester'; did you mean 'easter'?"),
      (
        "[[routine]]\nid = \"r\"\ndays = [\"schoolday\"]\n",
        "18:9: error: there is no day 'schoolday'; did you mean 'school-day'?"
      ),
      (
        "[[routine.step]]\nat = \"18:00\"\nname = \"x\"\nwho = [\"oter\"]\n",
        "19:8: error: there is no child 'oter'; did you mean 'otter'?"
      ),
      (
        "[[routine.step]]\nat = \"18:00\"\nname = \"x\"\ncarer = \"rose\"\n",
        "19:9: error: there is no carer 'rose'; did you mean 'ros'?"
      ),
      (
        "[[routine.step]]\nat = \"18:00\"\nname = \"x\"\ntransition = { oter = \"hard\" }\n",
        "19:16: error: there is no child 'oter'; did you mean 'otter'?"
      ),
      (
        "[[goal]]\nname = \"x\"\ndomain = \"rest\"\ncarer = \"ros\"\nafter = \"teas\"\n",
        "20:9: error: there is no step 'teas'; did you mean 'tea'?"
      ),
      (
        "[[respite]]\nlane = \"solo\"\nfor = \"otter\"\n",
        "18:7: error: there is no carer 'otter'; there are 'imani' and 'ros'"
      ),
      (
        "[[respite]]\nlane = \"sibling\"\nfor = \"ros\"\n",
        "18:7: error: there is no child 'ros'; there is only 'otter'"
      ),
      (
        "[[marked-date]]\ndate = \"2026-03-15\"\nchild = \"oter\"\n",
        "18:9: error: there is no child 'oter'; did you mean 'otter'?"
      ),
      (
        "[[plan]]\nname = \"x\"\nfor = [\"oter\"]\ndo = [\"y\"]\n",
        "18:8: error: there is no child 'oter'; did you mean 'otter'?"
      ),
    ])
  func unknown(added: String, told: String) throws {
    let all = try findings(house + added)
    #expect(all.contains(told))
  }

  @Test("the same child twice in a list is told")
  func twice() throws {
    #expect(
      try findings(house + "[[routine.step]]\nat = \"18:00\"\nname = \"x\"\nwho = [\"otter\", \"otter\"]\n")
        == ["19:7: error: 'otter' is in 'who' twice"])
  }

  @Test("a size for a child who is not in the step is a warning")
  func notInStep() throws {
    let added = "[[routine.step]]\nat = \"18:00\"\nname = \"x\"\nwho = []\ntransition = { otter = \"hard\" }\n"
    #expect(
      try findings(house + added) == [
        "20:16: warning: 'otter' is not among this step's children; add it to 'who', or take it out here"
      ])
  }

  @Test("'plain' is a kind of day without being written, and 'me' a carer where none is")
  func builtIn() throws {
    #expect(
      try findings(
        "[[routine]]\nid = \"r\"\ndays = [\"plain\"]\nsteps = [\"07:00 tea\"]\n[[child]]\nid = \"otter\"\nkey-carer = \"me\"\n"
      ) == [])
  }
}
