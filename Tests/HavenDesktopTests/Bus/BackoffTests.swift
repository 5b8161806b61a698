import Testing

@testable import HavenDesktop

struct BackoffTests {
  @Test("each wait is twice the last, up to the limit, and begins anew after a success")
  func waits() {
    var backoff = Backoff(first: .seconds(1), limit: .seconds(5))
    #expect((0..<5).map { _ in backoff.advance() } == [1, 2, 4, 5, 5].map { .seconds($0) })
    backoff.reset()
    #expect(backoff.advance() == .seconds(1))
  }
}
