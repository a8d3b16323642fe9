"""Run the command line as ``python -m errorbook``."""

from errorbook.cli.main import main

main()
