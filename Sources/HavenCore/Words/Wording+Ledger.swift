extension Wording {
  /// What a screen says when the disk takes nothing: nothing of the family's, so it is the same at every level.
  public var fromMemory: Words {
    let screen = screen(for: household.children.lazy.map(\.id), allowsDigits: false)
    return Words(
      title: screen.pick(catalogue.fromMemory) ?? "Haven", body: screen.pick(catalogue.fromMemoryBody) ?? "")
  }
}
