import HavenCore
import Testing

@testable import HavenConfig

struct AppointmentTests {
  @Test("an appointment is a moment, and a repetition that starts there where one is written")
  func reads() throws {
    let once = try Goal.Appointment(parsing: "2026-03-19T10:00")
    #expect(once.start.description == "2026-03-19T10:00")
    #expect(once.rule == nil)
    let often = try Goal.Appointment(parsing: "2026-03-06T11:00 FREQ=WEEKLY;INTERVAL=2")
    #expect(often.rule?.description == "FREQ=WEEKLY;INTERVAL=2")
  }

  @Test("a fault in either half is told")
  func refuses() {
    #expect(
      fault { try Goal.Appointment(parsing: "2026-02-30T11:00 FREQ=WEEKLY") }
        == "the date '2026-02-30' does not exist; that month goes from 01 to 28")
    let told = fault { () throws(GrammarFault) in
      try Goal.Appointment(parsing: "2026-03-06T11:00 FREQ=WEEKLY;INTERAL=2")
    }
    #expect(told?.contains("INTERAL") == true)
    #expect(told?.contains("INTERVAL") == true)
    #expect(fault { try Goal.Appointment(parsing: "") } != nil)
  }
}
