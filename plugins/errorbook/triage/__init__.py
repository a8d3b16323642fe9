"""Finds the errors that the tickets of an export show, how often, and which have no entry yet.

Files are opened (`opening`) and read a row at a time (`tables`), what holds the text is found (`columns`,
`messages`, `tickets`), each text is judged (`judging`, `verdicts`) by this process, by several, or by a
cluster (`crews`, `cluster`), and the verdict kept (`unfinished`). Then rows are counted (`tally`), unknown
messages put together (`clusters`), what to do next is chosen (`gaps`), and the table (`table_files`) and the
report (`summary`, `charts`, `report`) are written. `run` does it in this order.
Nothing here keeps more than a few rows in memory, or puts a ticket's values in the report.
"""
