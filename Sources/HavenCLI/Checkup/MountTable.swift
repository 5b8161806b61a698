/// Which file system a path is on, from the text of `/proc/self/mountinfo` (proc(5)).
struct MountTable {
  private let mounts: [(point: String, type: String)]

  init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      // 36 35 98:0 /root /mnt rw,noatime master:1 - ext3 /dev/root rw
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash > 4, dash + 1 < fields.count else {
        return nil
      }
      return (MountTable.unescaped(fields[4]), String(fields[dash + 1]))
    }
  }

  /// The type of the file system that a path without links is on; of two mounts at one place the later hides the other.
  func type(of path: String) -> String? {
    let above = mounts.filter { mount in
      mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
    }
    let deepest = above.map(\.point.utf8.count).max()
    return above.last { $0.point.utf8.count == deepest }?.type
  }

  /// Types whose files are on another machine, or are fetched from one.
  static func isNetwork(_ type: String) -> Bool {
    let names: Set<String> = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "lustre", "ocfs2", "davfs", "ncpfs", "coda",
      "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.google-drive-ocamlfuse",
      "fuse.onedriver", "fuse.s3fs",
    ]
    return names.contains(type)
  }

  /// A space in a path is written `\040` there.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = field.utf8[...]
    while let byte = rest.first {
      let digits = rest.dropFirst().prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3, let value = UInt8(String(Substring(digits)), radix: 8) {
        bytes.append(value)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
