"""The Debian package on real dpkg: installed, upgraded, removed and purged, and a family's files are never touched."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from bed import BIN, REPO

UNITS = ("etc/systemd/user/default.target.wants/havend.service", "etc/systemd/user/sockets.target.wants/havend.socket")


def run(*command, **more):
    """What the command said; a command that fails is told with all of it."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          stdin=subprocess.DEVNULL, **more)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}: {done.returncode}\n{done.stdout}")
    return done.stdout


def build(folder):
    """The package, packed quickly: a family's is a third smaller and takes a minute."""
    path = run(os.path.join(REPO, "Tools", "make-deb"), BIN, cwd=REPO,
               env={**os.environ, "HAVEN_DEB": folder, "HAVEN_DEB_PACKING": "-Zgzip -z1"})
    return os.path.join(REPO, path.strip())


def field(package, name):
    return run("dpkg-deb", "--field", package, name).strip()


class Packages(unittest.TestCase):
    """One package for all tests, because it takes a while to make."""
    folder = None

    @classmethod
    def setUpClass(cls):
        for program in ("dh", "lintian"):
            if not shutil.which(program):
                raise unittest.SkipTest(f"no {program}")
        if not Packages.folder:
            Packages.folder = tempfile.mkdtemp(prefix="haven-package-", dir="/var/tmp")
            unittest.addModuleCleanup(shutil.rmtree, Packages.folder, ignore_errors=True)
            os.chmod(Packages.folder, 0o755)
            Packages.package = build(os.path.join(Packages.folder, "deb"))


class Contents(Packages):
    def test_lintian_has_nothing_to_say_that_is_not_answered(self):
        said = subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", self.package],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual((said.returncode, re.findall(r"^[EW]: .*", said.stdout, re.M)), (0, []))

    def test_the_package_has_the_version_that_the_programs_tell(self):
        version = run(os.path.join(BIN, "havenctl"), "version").split()[1]
        self.assertEqual(field(self.package, "Version").rsplit("-", 1)[0], version)
        with open(os.path.join(REPO, "etc", "io.haven.haven.metainfo.xml"), encoding="utf-8") as file:
            self.assertIn(f'<release version="{version}"', file.read())

    def test_it_depends_on_libsystemd_and_sqlite_and_carries_swift(self):
        needed = field(self.package, "Depends")
        for library in ("libsystemd0 (>= ", "libsqlite3-0 (>= ", "libical3 (>= ", "libc6 (>= ", "tzdata"):
            self.assertIn(library, needed)
        self.assertNotIn("swift", needed.lower())

    def test_make_install_installs_the_same_and_make_uninstall_takes_it_back(self):
        there = os.path.join(self.folder, "installed")
        words = (f"RELEASE_BIN={BIN}", f"DESTDIR={there}", "PREFIX=/usr")
        run("make", "-C", REPO, "install", *words)

        def files(listing, unlike):
            names = {re.sub(r"^(.*/man/.*)\.gz$", r"\1", name) for name in listing}
            return {name for name in names if not re.search(unlike, name)}

        made = [os.path.join(folder, name) for folder, _, names in os.walk(there) for name in names]
        ours = files((os.path.relpath(path, there) for path in made), r"/(CHANGELOG.md|LICENSE)$")
        packed = run("dpkg-deb", "--contents", self.package).splitlines()
        packed = [line.split()[5].removeprefix("./") for line in packed if not line.startswith("d")]
        theirs = files(packed, r"/(changelog\S*|copyright|README.Debian|overrides/haven|lintian/\S*)$")
        # Debian's places for what it has places of its own for.
        ours = {name.replace("share/systemd", "lib/systemd").replace("zsh/site-functions", "zsh/vendor-completions")
                for name in ours}
        self.assertEqual(ours, theirs)
        self.assertGreater(len(theirs), 40)
        with open(os.path.join(there, "usr/share/systemd/user/havend.service"), encoding="utf-8") as file:
            self.assertIn("\nExecStart=/usr/bin/havend\n", file.read())
        run("make", "-C", REPO, "uninstall", *words)
        self.assertEqual([path for path in made if os.path.exists(path)], [])

    def test_the_desktop_entry_the_icons_and_the_metainfo_are_sound(self):
        for program, *words in (("desktop-file-validate", "etc/haven.desktop"),
                                ("appstreamcli", "validate", "--no-net", "etc/io.haven.haven.metainfo.xml"),
                                ("rsvg-convert", "-o", os.path.join(self.folder, "a.png"),
                                 "etc/icons/hicolor/scalable/apps/haven.svg"),
                                ("rsvg-convert", "-o", os.path.join(self.folder, "b.png"),
                                 "etc/icons/hicolor/symbolic/apps/haven-symbolic.svg")):
            with self.subTest(program):
                if not shutil.which(program):
                    self.skipTest(f"no {program}")
                run(program, *words, cwd=REPO)


class OnDebian(Packages):
    """A Debian of its own, with what the package depends on and nothing more."""

    @classmethod
    def setUpClass(cls):
        if os.geteuid():
            raise unittest.SkipTest("a Debian of its own takes root")
        if not shutil.which("mmdebstrap"):
            raise unittest.SkipTest("no mmdebstrap")
        super().setUpClass()
        cls.tree = os.path.join(cls.folder, "tree")
        needed = [re.sub(r"[ (].*", "", word.strip()) for word in field(cls.package, "Depends").split(",")]
        made = subprocess.run(
            ["mmdebstrap", "--variant=essential", "--format=directory", f"--include={','.join(needed)}", "bookworm",
             cls.tree], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL)
        if made.returncode:
            raise unittest.SkipTest(f"no mirror of Debian's: {made.stdout.splitlines()[-1:]}")
        cls.bare = cls.everything()
        cls.begin_a_family()

    @classmethod
    def inside(cls, *command):
        """With a /proc, by which a program knows its own words; mounted for this one command, and gone with it."""
        return run("unshare", "--mount", "sh", "-c", 'mount --bind /proc "$0/proc" && exec chroot "$0" "$@"', cls.tree,
                   *command, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"})

    @classmethod
    def everything(cls):
        """Every path there is, but for dpkg's own books and what belongs to the family."""
        books = re.compile(r"^/(var/lib/dpkg/|var/log/|home/|proc/|sys/|dev/)")
        paths = (os.path.join(folder, name).removeprefix(cls.tree)
                 for folder, folders, names in os.walk(cls.tree) for name in [*folders, *names])
        return {path for path in paths if not books.match(path)}

    @classmethod
    def begin_a_family(cls):
        """What a login has after a while: a config, a ledger, a journal of one's own."""
        cls.home = os.path.join(cls.tree, "home", "ros")
        for path in (".config/haven/haven.toml", ".local/state/haven/haven.db",
                     ".local/state/haven/private/ros/journal"):
            path = os.path.join(cls.home, path)
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("the family's\n")
            os.chmod(path, 0o600)
        cls.kept = cls.of_the_family()

    @classmethod
    def of_the_family(cls):
        """Each path of the home with its mode, its age and its size."""
        paths = [os.path.join(folder, name) for folder, _, names in os.walk(cls.home) for name in names]
        return {path: (os.stat(path).st_mode, os.stat(path).st_mtime_ns, os.stat(path).st_size) for path in paths}

    @classmethod
    def dpkg(cls, *words):
        return cls.inside("dpkg", *words)

    def install(self, package):
        shutil.copy(package, os.path.join(self.tree, "haven.deb"))
        try:
            self.dpkg("--install", "/haven.deb")
        finally:
            os.remove(os.path.join(self.tree, "haven.deb"))

    def next_version(self):
        """The same package, one revision on."""
        folder, package = os.path.join(self.folder, "next"), os.path.join(self.folder, "next.deb")
        run("dpkg-deb", "--raw-extract", self.package, folder)
        control = os.path.join(folder, "DEBIAN", "control")
        with open(control, encoding="utf-8") as file:
            text = file.read()
        with open(control, "w", encoding="utf-8") as file:
            file.write(re.sub(r"^(Version: .*-)(\d+)$", r"\g<1>2", text, flags=re.M))
        run("dpkg-deb", "-Zgzip", "-z1", "--root-owner-group", "--build", folder, package)
        return package

    def is_enabled(self):
        return [os.path.islink(os.path.join(self.tree, unit)) for unit in UNITS]

    def test_the_life_of_a_package(self):
        """One test, because each part begins where the one before it has ended."""
        with self.subTest("it installs, whole, and its programs run"):
            self.install(self.package)
            self.assertEqual(self.dpkg("--verify", "haven"), "")
            self.assertRegex(self.inside("havend", "--version"), r"\d+\.\d+\.\d+")
            self.assertIn("help-now", self.inside("havenctl", "help"))
        with self.subTest("the calendar's reader is found where it was put"):
            said = self.inside("havenctl", "check", "--config", "/usr/share/doc/haven/examples/mill-street")
            self.assertNotIn("error", said)
        with self.subTest("each login has a havend from the next log-in on"):
            self.assertEqual(self.is_enabled(), [True, True])
            with open(os.path.join(self.tree, "usr/lib/systemd/user/havend.service"), encoding="utf-8") as file:
                self.assertIn("\nExecStart=/usr/bin/havend\n", file.read())
        with self.subTest("an upgrade leaves it switched off where an administrator has switched it off"):
            # As `systemctl --global disable havend.service` does.
            link = os.path.join(self.tree, UNITS[0])
            leads_to = os.readlink(link)
            os.remove(link)
            self.install(self.next_version())
            self.assertTrue(self.inside("dpkg-query", "--show", "--showformat=${Version}", "haven").endswith("-2"))
            self.assertEqual(self.is_enabled()[0], False)
            self.assertEqual(self.dpkg("--verify", "haven"), "")
        with self.subTest("and on where it was on"):
            os.symlink(leads_to, link)
            self.install(self.package)
            self.assertEqual(self.is_enabled(), [True, True])
        with self.subTest("removed, no program is left"):
            self.dpkg("--remove", "haven")
            self.assertFalse(os.path.exists(os.path.join(self.tree, "usr/bin/havend")))
        with self.subTest("installed again, it is as before"):
            self.install(self.package)
            self.assertEqual(self.dpkg("--verify", "haven"), "")
        with self.subTest("purged, nothing is left at all"):
            self.dpkg("--purge", "haven")
            self.assertEqual(self.everything() - self.bare, set())
        with self.subTest("and all the while nothing of the family's was touched"):
            self.assertEqual(self.of_the_family(), self.kept)
            self.assertEqual(len(self.kept), 3)
