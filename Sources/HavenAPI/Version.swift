/// Haven's own version, which `havend`, `havenctl` and the socket tell.
public let havenVersion = "0.1.0"
