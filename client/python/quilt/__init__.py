"""Client of the Quilt container daemon. `Client` blocks; `quilt.aio.Client` is for asyncio."""
from .client import Client, Stream
from .flow import Completed, Error

__all__ = ["Client", "Completed", "Error", "Stream"]
