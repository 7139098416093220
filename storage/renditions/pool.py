"""The renderer that the application uses: a few worker processes, started when needed, killed when in doubt."""

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path

from domain.media.compressions.compressing import Codec, Compressed
from domain.media.compressions.recipe import Recipe
from domain.media.rendering import PictureDamaged, PictureTooSlow, Rendered, RenderedFile, Rung
from storage.renditions.codecs.encoders import ENCODERS
from storage.renditions.exchange import Answer, Request
from storage.renditions.worker_process import WorkerDied, WorkerProcess

_TRIES = 2


class PictureWorkers:
    """Renders at most `count` pictures at a time, each in a process of its own (implements both kinds of renderer
    and the compressor).

    A picture gets `seconds` of wall clock; a worker with nothing to do for `idle_seconds` ends, as it holds some
    60 MB, and as much again of a copy's picture. Workers that come `last` compute while nobody else does. A copy that
    is cancelled may still end within `grace_seconds`: a slider that moves cancels one after another, and a new worker
    takes longer to start, and to decode the picture again, than this one to finish. Raises RuntimeError when a worker
    fails by our own fault (its standard error says how).
    """

    def __init__(
        self,
        count: int,
        *,
        seconds: float = 60,
        idle_seconds: float = 60,
        grace_seconds: float = 0.25,
        last: bool = False,
    ) -> None:
        self._slots = asyncio.Semaphore(count)
        self._seconds = seconds
        self._idle_seconds = idle_seconds
        self._grace_seconds = grace_seconds
        self._last = last
        self._idle: dict[WorkerProcess, asyncio.TimerHandle] = {}
        self._busy: set[WorkerProcess] = set()
        self._endings: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def pids(self) -> list[int]:
        """The processes that run."""
        return [worker.pid for worker in (*self._idle, *self._busy) if worker.is_alive]

    async def start(self) -> None:
        """Have a worker ready for the first picture."""
        self._rest(await WorkerProcess.start(last=self._last))

    async def render(self, original: Path, into: Path) -> Rendered:
        """As Renderer.render says; also raises OutOfSpace and FileMissing."""
        answer = await self._ask(Request.about(original, into))
        if isinstance(answer, Rendered):
            return answer
        raise _refusal(answer)

    async def lighten(self, original: Path, into: Path, rungs: Sequence[Rung]) -> tuple[RenderedFile, ...]:
        """As LighterRenderer.lighten says; also raises OutOfSpace and FileMissing."""
        if not rungs:
            return ()
        answer = await self._ask(Request.about(original, into, rungs))
        if isinstance(answer, tuple):
            return answer
        raise _refusal(answer)

    @property
    def codecs(self) -> Sequence[Codec]:
        """As Compressor.codecs says."""
        return [encoder.codec for encoder in ENCODERS.values()]

    async def compress(self, original: Path, recipe: Recipe, into: Path) -> Compressed:
        """As Compressor.compress says; also raises OutOfSpace and FileMissing."""
        answer = await self._ask(Request.about(original, into, recipe=recipe))
        if isinstance(answer, Compressed):
            return answer
        raise _refusal(answer)

    async def close(self) -> None:
        """End every worker; pictures in the making fail with RuntimeError."""
        self._closed = True
        for timer in self._idle.values():
            timer.cancel()
        workers = [*self._idle, *self._busy]
        self._idle.clear()
        await asyncio.gather(*(worker.kill() for worker in workers), *self._endings)

    async def _ask(self, request: Request) -> Answer:
        async with self._slots:
            return await self._answer(request)

    async def _answer(self, request: Request) -> Answer:
        taken_too_much = False
        for _ in range(_TRIES):
            try:
                return await self._ask_one(request)
            except TimeoutError:
                return PictureTooSlow()
            except WorkerDied as death:
                if self._closed or not death.signal:
                    raise RuntimeError("a picture worker failed") from death
                if death.signal == signal.SIGXCPU:
                    return PictureTooSlow()
                taken_too_much = death.signal == signal.SIGKILL  # as the system does when memory ends
        return PictureTooSlow() if taken_too_much else PictureDamaged()

    async def _ask_one(self, request: Request) -> Answer:
        """Ask a worker; whatever happens but an answer (cancelling among it) ends that worker."""
        worker = await self._take(request.original)
        self._busy.add(worker)
        asking = asyncio.ensure_future(worker.ask(request))
        try:
            if self._closed:  # while the worker was being started
                raise RuntimeError("the picture workers are closed")
            async with asyncio.timeout(self._seconds):
                return await asyncio.shield(asking)
        except asyncio.CancelledError:
            if request.recipe is not None:
                await asyncio.wait([asking], timeout=self._grace_seconds)
            raise
        finally:
            self._busy.discard(worker)
            if _is_answered(asking) and not self._closed:
                self._rest(worker)
            else:
                asking.cancel()
                await worker.kill()

    async def _take(self, original: Path) -> WorkerProcess:
        """Rather the one that worked on this original last, because it may still have it decoded."""
        if self._closed:
            raise RuntimeError("the picture workers are closed")
        while self._idle:
            knowing = (worker for worker in self._idle if worker.original == original)
            worker = next(knowing, next(reversed(self._idle)))
            self._idle.pop(worker).cancel()
            if worker.is_alive:
                return worker
        return await WorkerProcess.start(last=self._last)

    def _rest(self, worker: WorkerProcess) -> None:
        self._idle[worker] = asyncio.get_running_loop().call_later(self._idle_seconds, self._end, worker)

    def _end(self, worker: WorkerProcess) -> None:
        if self._idle.pop(worker, None) is not None:
            task = asyncio.create_task(worker.kill())
            self._endings.add(task)
            task.add_done_callback(self._endings.discard)


def _is_answered(asking: asyncio.Future[Answer]) -> bool:
    return asking.done() and not asking.cancelled() and asking.exception() is None


def _refusal(answer: Answer) -> Exception:
    return answer if isinstance(answer, Exception) else RuntimeError("a picture worker answered something else")
