#!/bin/bash
# A real `systemd --user` for one test, in private namespaces. Started by user_manager.py, as root, by
#
#     unshare --mount --propagation private --pid --fork --kill-child --mount-proc --cgroup --uts --ipc \
#       bash user-manager.sh
#
# BED_HOME    folder that becomes the family's home directory
# BED_LOG     file for what the manager says
# BED_CGROUP  name of a control group of our own, removed by the caller
#
# Prints "ready" when the manager answers, then lives until its standard input is closed. Nothing of it is seen
# outside: not the /run it mounts (or the machine's own tools would believe that systemd is PID 1), not the user.
set -eu

user=family uid=4200

# 1. A person to be. The machine's own users stay as they are.
overlay=$(mktemp -d)
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs "$overlay"
cp /etc/passwd /etc/group "$overlay"
echo "$user:x:$uid:$uid::/home/$user:/bin/bash" >>"$overlay/passwd"
echo "$user:x:$uid:" >>"$overlay/group"
mount --bind "$overlay/passwd" /etc/passwd
mount --bind "$overlay/group" /etc/group

# 2. A home. It is bound to a second place first: it may itself lie under /home.
mkdir "$overlay/home"
mount --bind "$BED_HOME" "$overlay/home"
exec 3>>"$BED_LOG"
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs /home
mkdir /home/$user
mount --move "$overlay/home" /home/$user
chown $uid:$uid /home/$user
umount --lazy "$overlay"
rmdir "$overlay"
# What services have in a /tmp of their own is in folders of the manager's, which nobody would take away.
for folder in /tmp /var/tmp; do mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs $folder; done

# 3. A /run that says systemd is here. Without unit-root every mount option of a unit ends in 226/NAMESPACE.
hostname haven-bed
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs /run
mkdir -p /run/systemd/{system,unit-root,propagate,incoming} /run/dbus /run/lock /run/user/$uid
mount -t tmpfs -o mode=700,uid=$uid,gid=$uid tmpfs /run/user/$uid

# 4. Control groups: version 2 alone, and a subtree that is the manager's own.
umount -R /sys/fs/cgroup 2>/dev/null || true
mount -t cgroup2 -o nosuid,nodev,noexec,nsdelegate cgroup2 /sys/fs/cgroup
group=/sys/fs/cgroup/$BED_CGROUP
mkdir -p "$group/manager/init"
echo $$ >"$group/cgroup.procs"
chown -R $uid:$uid "$group/manager"

# 5. The manager, as that person and nobody else.
(
  echo $BASHPID >"$group/manager/init/cgroup.procs"
  exec setpriv --reuid $uid --regid $uid --clear-groups env -i \
    PATH=/usr/local/bin:/usr/bin:/bin HOME=/home/$user USER=$user LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/user/$uid \
    SYSTEMD_LOG_TARGET=console /usr/lib/systemd/systemd --user
) </dev/null >&3 2>&1 &

for _ in $(seq 200); do
  [ -S /run/user/$uid/systemd/private ] && break
  sleep 0.05
done
[ -S /run/user/$uid/systemd/private ] || { echo "the user manager did not start, see $BED_LOG"; exit 1; }
echo ready
read -r _ || true
