"""Run the command line as ``python -m errorbook``."""

from errorbook.cli import main

main()
