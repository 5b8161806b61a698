import ArgumentParser
import HavenCore

/// `on` or `off`.
enum Switch: String, CaseIterable, ExpressibleByArgument { case on, off }

extension Answer: ExpressibleByArgument {}
extension TagAnswer: ExpressibleByArgument {}
extension Balance: ExpressibleByArgument {}
extension GoalAct: ExpressibleByArgument {}
extension Mode: ExpressibleByArgument {}
extension CalledOff: ExpressibleByArgument {}
