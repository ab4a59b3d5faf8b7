"""Makes the picture in the README from the running app: `python docs/make_picture.py`.

The result names no font to fetch, so whoever looks at it asks nobody for anything.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tui.app import AjarApp, Opening

PICTURE = Path(__file__).parent / "picture.svg"
SIZE = (100, 30)


async def picture() -> str:
    """The first screen, as SVG."""
    app = AjarApp(Opening(seed=0))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down")
        await pilot.pause()
        svg = app.export_screenshot(title="ajar")
    without_fonts = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"<!--.*?-->\s*", "", without_fonts, flags=re.DOTALL).replace("Fira Code", "monospace")


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")
