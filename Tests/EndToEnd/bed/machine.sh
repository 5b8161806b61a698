#!/bin/bash
# A whole Debian for one test: this machine's own files below a layer of memory, with systemd as its first process, a
# journal, logind and timedated, all of them real. Started by machine.py, as root, by
#
#     unshare --mount --propagation private --pid --fork --kill-child --mount-proc --cgroup bash machine.sh
#
# BED_HOME    folder whose files the family finds in its home
# BED_LAYERS  an empty folder
# BED_LOG     file for what the first process says
# BED_CGROUP  name of a control group of our own, removed by the caller
#
# Prints "ready" when the family's user manager answers, then lives until its standard input is closed. It has a network
# of its own with nothing in it. Its clock is the machine's: it is never set.
set -eu

user=family uid=4200

# 1. systemd-nspawn wants control groups of version 2 alone, and a /run that says systemd is here.
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs /run
mkdir -p /run/systemd/system /run/lock
umount -R /sys/fs/cgroup 2>/dev/null || true
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 /sys/fs/cgroup
mkdir "/sys/fs/cgroup/$BED_CGROUP"
echo $$ >"/sys/fs/cgroup/$BED_CGROUP/cgroup.procs"

# 2. The files: what is written is written to memory.
mount -t tmpfs -o size=1g tmpfs "$BED_LAYERS"
mkdir "$BED_LAYERS"/{upper,work,root,power}
mount -t overlay overlay -o "lowerdir=/,upperdir=$BED_LAYERS/upper,workdir=$BED_LAYERS/work" "$BED_LAYERS/root"
root=$BED_LAYERS/root

# 3. A person, who is there without logging in.
chroot "$root" useradd --create-home --shell /bin/bash --uid $uid $user
cp -a "$BED_HOME/." "$root/home/$user"
chown -R $uid "$root/home/$user"
mkdir -p "$root/var/lib/systemd/linger"
touch "$root/var/lib/systemd/linger/$user"

# 4. What starts, and no more than that.
: >"$root/etc/fstab"
rm -f "$root/etc/machine-id" && touch "$root/etc/machine-id"
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer man-db.timer logrotate.timer \
  fstrim.timer systemd-networkd.service systemd-networkd.socket systemd-resolved.service; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit"
done
cat >"$root/etc/systemd/system/bed.target" <<'END'
[Unit]
Requires=basic.target dbus.socket
Wants=dbus.service systemd-logind.service systemd-user-sessions.service
After=basic.target dbus.service systemd-logind.service systemd-user-sessions.service
AllowIsolate=yes
END

# 5. Sleep. logind believes in a /sys/power that says it can; what would put the machine to sleep stops everything of the
#    family's instead, until somebody wakes it.
echo "freeze mem disk" >"$BED_LAYERS/power/state"
echo "s2idle [deep]" >"$BED_LAYERS/power/mem_sleep"
mkdir "$root/etc/systemd/system/systemd-suspend.service.d"
cat >"$root/etc/systemd/system/systemd-suspend.service.d/bed.conf" <<'END'
[Service]
ExecStart=
ExecStart=/bin/sh -c "rm -f /run/wake; echo 1 >/sys/fs/cgroup/user.slice/cgroup.freeze; touch /run/asleep; \
  while [ ! -e /run/wake ]; do sleep 0.05; done; rm /run/asleep; echo 0 >/sys/fs/cgroup/user.slice/cgroup.freeze"
END

SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 systemd-nspawn -D "$root" --register=no --keep-unit -M haven-bed \
  --private-network --resolv-conf=off --timezone=off --link-journal=no --bind="$BED_LAYERS/power:/sys/power" \
  --console=read-only -b systemd.unit=bed.target systemd.show_status=0 </dev/null >>"$BED_LOG" 2>&1 &

for _ in $(seq 400); do
  for leader in $(pgrep -x systemd); do
    [ -S "/proc/$leader/root/run/user/$uid/bus" ] && [ -S "/proc/$leader/root/run/dbus/system_bus_socket" ] && break 2
  done
  leader=
  sleep 0.05
done
[ -n "$leader" ] || { echo "the machine did not start, see $BED_LOG"; exit 1; }
echo ready
read -r _ || true
