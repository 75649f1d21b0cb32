"""The census-income story with asyncio: three versions are registered and measured at once.

STAGEGATE_URL=http://127.0.0.1:3000 STAGEGATE_TOKEN=… STAGEGATE_REVIEWER_TOKEN=… python examples/promote_async.py
"""

from __future__ import annotations

import asyncio
import os
import time

from census import MEASURED_BY, body, predictions

from stagegate import AsyncStagegate, GatesRefusedError, each_async


async def load(registry: AsyncStagegate, model: str) -> None:
    await registry.create_model({**body("model.json"), "name": model})
    await registry.set_gate_policy(model, body("policy.json"))
    for file in ("v1.json", "v2.json", "v3.json"):  # the numbers follow the order
        await registry.register_version(model, body("versions", file))
    await asyncio.gather(
        *(registry.submit_evaluation(model, version, body("evaluations", f"v{version}.json")) for version in (1, 2, 3))
    )


async def promote(registry: AsyncStagegate, reviewer: AsyncStagegate, model: str, version: int) -> None:
    await registry.promote(model, version, "Staging")
    asked = await registry.promote(model, version)
    outcome = await reviewer.approve(asked)
    print(f"version {version} is {outcome.status}")


async def be_refused(registry: AsyncStagegate, model: str, version: int) -> None:
    print((await registry.check_gates_as_markdown(model, version, "Production")).splitlines()[0])
    await registry.promote(model, version, "Staging")
    try:
        await registry.promote(model, version)
    except GatesRefusedError as refusal:
        print(f"version {version} is refused: {refusal.report.message}")
    else:
        raise AssertionError("The gates let the version through.")


async def main() -> None:
    model = f"census-income-py-async-{time.time_ns()}"
    reviewer_token = os.environ["STAGEGATE_REVIEWER_TOKEN"]
    async with AsyncStagegate() as registry, AsyncStagegate(token=reviewer_token) as reviewer:
        await load(registry, model)
        for version in (1, 2):
            await promote(registry, reviewer, model, version)
        await be_refused(registry, model, 3)

        files = (registry.evaluate(model, version, predictions(version), MEASURED_BY) for version in (2, 3))
        measured = await asyncio.gather(*files)
        print(f"from two files of predictions came {[len(one.metrics) for one in measured]} metrics")

        await registry.rollback(model, "Complaints about version 2")
        print(f"in Production is version {(await registry.get_stage(model, 'Production')).version}")
        pages = [event.sequence async for event in each_async(registry.list_audit_events, model=model, limit=10)]
        stream = [event.sequence async for event in registry.export_audit_events(model=model)]
        assert len(pages) > 10 and len(pages) == len(stream), "The pages and the stream tell different stories."


if __name__ == "__main__":
    asyncio.run(main())
