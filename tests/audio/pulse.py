"""A real PulseAudio server without hardware: what is played to its null sink is recorded from the monitor."""

import os
import shutil
import signal
import subprocess
import threading
from array import array
from pathlib import Path
from typing import Self

from tests.audio.listening import samples_of
from tests.patience import eventually

RATE = 44_100
SINK = "ear"
PAREC = shutil.which("parec") or "parec"  # found now, since some tests empty the PATH
MISSING = [program for program in ("pulseaudio", "parec", "paplay", "pactl") if not shutil.which(program)]


class PulseServer:
    """A private server in its own folder, which can be frozen and killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "native"
        self.env = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        (folder / "asound.conf").write_text("pcm.default { type pulse }\nctl.default { type pulse }\n")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        protocol = f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "--system=false"),
                *("--realtime=no", "--high-priority=no", "--use-pid-file=no", "--disable-shm=yes"),
                *("-L", protocol, "-L", f"module-null-sink sink_name={SINK} norewinds=1"),
            ],
            env=os.environ | self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert eventually(self.answers), "PulseAudio did not start"
        return self

    def answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "list", "short", "sinks"], env=os.environ | self.env, capture_output=True, check=False
        )
        return SINK.encode() in asked.stdout

    def streams(self) -> int:
        """How many streams it is playing."""
        listed = subprocess.run(
            ["pactl", "list", "short", "sink-inputs"],
            env=os.environ | self.env,
            capture_output=True,
            check=False,
        )
        return len(listed.stdout.splitlines())

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            self._socket.unlink(missing_ok=True)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)


class Recorder:
    """Records the null sink while its block runs."""

    def __init__(self, server: PulseServer) -> None:
        self._env = os.environ | server.env
        self._heard = bytearray()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [
                *(PAREC, f"--device={SINK}.monitor", "--raw", f"--rate={RATE}", "--channels=1"),
                *("--format=s16le", "--latency-msec=20"),
            ],
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        assert eventually(lambda: self._heard), "the recording did not start"
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while block := self._process.stdout.read(4096):
            self._heard += block

    @property
    def samples(self) -> "array[int]":
        return samples_of(bytes(self._heard))

    @property
    def seconds(self) -> float:
        return len(self._heard) / 2 / RATE
