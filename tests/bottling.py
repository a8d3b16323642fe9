"""A made-up catalogue of another trade: the machines of a bottling plant, worded in the plant's own words."""

FILES = {
    "catalogue.yml": """\
name: bottling line faults
systems:
  filler: {name: Filler, prefix: FILL, about: What the filler shows on its panel.}
  labeller: {name: Labeller, prefix: LAB, about: What the labeller shows on its panel.}
  till: {name: Line computer, prefix: LINE}
shown_in: [till]
records:
  valve: {name: Valves}
  roll: {name: Label rolls}
severities:
  line: {name: Stops the whole line, stops: the whole line}
  machine: {name: Stops this machine, stops: this machine, usual: true}
  none: {name: Stops nothing, stops: nothing}
fixable_by:
  operator: {name: you at the panel, usual: true}
  fitter: the fitter on shift
  maker: {name: the maker of the machine, outside: true}
risks:
  pressure: The pipe is under pressure.
  empties: This empties the tank.
value_types:
  valve: {pattern: "V[0-9]{1,3}", examples: [V3, V120], personal: false}
risky:
  - {verbs: [empty, drain, open], things: [tank, valve]}
cautions:
  - does: [open the … valve]
    wants: [pressure]
    what: opens a valve, and its path does not speak of pressure
    fix: Ask first whether the pressure is off
""",
    "filler/no-bottles.yml": """\
id: FILL-0001
title: No bottles reach the filler
messages:
  - "Filler {number}: no bottles at the infeed for {seconds} s"
values:
  number: {type: number, label: number of the filler}
  seconds: {type: number, label: seconds without a bottle}
summary: The filler waits because its eye at the infeed saw no bottle.
causes:
  - text: The infeed is jammed.
    more: |
      !!! warning
          The belt may start again by itself.
  - The eye is dirty.
records: [valve]
severity: line
resolution:
  - ask: Do bottles stand before the gate of Filler {number}?
    answers:
      They stand there:
        - do: Clean the eye at the infeed of the Filler.
          more: |
            ```
            EYE {number}
              clean = 1
            ```

            | Lamp | Eye |
            |---|---|
            | green | sees **nothing** |

            !!! note
                Use a dry cloth.
          see: The lamp of the eye is green.
      None stands there:
        - do: Remove the bottle that lies across the belt before the Filler.
          see: Bottles move on.
verify: The panel of the Filler shows the count again.
escalate:
  when: the eye stays red
  collect: [the number of the filler]
references:
  - {title: Manual of the filler, url: https://example.com/filler}
examples:
  - paste: "Filler 3: no bottles at the infeed for 20 s"
    expect: {number: "3", seconds: "20"}
  - "07:12 ALARM Filler 12: no bottles at the infeed for 45 s (ack?)"
""",
    "filler/valve-stuck.yml": """\
id: FILL-0002
title: A valve does not close
messages:
  - "Valve {valve} did not close in time"
values:
  valve: {type: valve, label: number of the valve}
summary: The filler stopped because a valve stayed open.
causes:
  - Something sits in the seat of the valve.
records: [valve]
fixable_by: [fitter]
resolution:
  - do: Look at the pressure on the panel of the Filler.
    see: It shows 0 bar.
  - do: Open the stuck valve {valve} of the Filler by hand.
    risk: pressure
    see: The seat is clean.
codes: [{system: filler, code: E-417}]
references:
  - {title: Manual of the valves, url: https://example.com/valves}
examples:
  - paste: Valve V12 did not close in time
    expect: {valve: V12}
  - "E-417 Valve V3 did not close in time"
""",
    "labeller/roll-empty.yml": """\
id: LAB-0001
title: The label roll is empty
messages:
  - "Label roll {side} is empty, machine stopped"
values:
  side: {type: text, label: side of the machine}
summary: The labeller stopped because it has no labels.
causes:
  - The roll ran out.
records: [roll]
resolution:
  - do: Put a new roll on the Labeller.
    see: The lamp of the roll goes out.
relations: [{type: see-also, id: FILL-0001}]
references:
  - {title: Manual of the labeller, url: https://example.com/labeller}
examples:
  - paste: Label roll left is empty, machine stopped
    expect: {side: left}
  - "Alarm 9! Label roll right is empty, machine stopped"
""",
}
