"""What there is to know of English and of asking for help, and every constant; both travel in the index."""

from __future__ import annotations

from typing import TypedDict


class Settings(TypedDict):
    """The constants of the search for descriptions."""

    saturation: float
    length: float
    levels: int
    rarity: float
    kin: float
    one_edit: float
    synonym: float
    unknown: float
    other_system: float
    named: float
    strange: float
    perhaps: float
    describes: float
    beside: float
    most: int


class DescriptionIndex(TypedDict):
    """Which entries use which term, and how much it tells of them."""

    settings: Settings
    language: str
    """Whose endings are taken off: en, or de, which takes those of both off."""
    stop: str
    """Words that say nothing."""
    irregular: str
    """Forms that no stem brings together, each with the usual one behind it."""
    synonyms: list[str]
    """Groups of terms."""
    greetings: str
    """Words before what somebody has to say."""
    asking: str
    """Words that begin a question how something is done."""
    denied: str
    """A clause that says what the trouble is not, as an expression that both languages read alike."""
    terms: dict[str, list[int]]
    """Per term, for each entry how far it is behind the one before, and the level."""
    kin: list[list[int]]
    """Per entry, those that tell most like it."""
    asked: list[list[int]]
    """Per entry, the fingerprints of its questions."""


SETTINGS: Settings = {
    "saturation": 0.38,  # worth at which a term tells half of what it can, by the root of what an entry says
    "length": 0.85,  # how much of that grows with all that an entry says, relative to the others
    "levels": 30,  # steps in which that is written down
    "rarity": 0.9,  # how much more a rare word tells than a common one: the power of its weight
    "kin": 0.5,  # what a word tells of an entry that lacks it, for the share of its kin that have it
    "one_edit": 0.8,  # likeness of a word with one typing error; with two it is that of that
    "synonym": 0.5,  # likeness of a word that people use for the same thing
    "unknown": 1.25,  # what a word weighs that no entry uses, relative to the rarest one
    "other_system": 0.5,  # what is left of an entry of another system than the ones that are named
    "named": 2.0,  # how much surer a text is that names a system of which not all entries are
    "strange": 0.4,  # and one that names a stranger only, or that asks how something is done
    "perhaps": 0.19,  # from where on entries are shown: the rarest words explained, times their share
    "describes": 0.15,  # from where on the first is said to be described: the same of its lead on the second
    "beside": 0.5,  # what another entry must explain, relative to the first; one not yet written may
    "most": 5,  # entries shown
}

WORTH = {
    "title": 3.0,
    "aliases": 2.25,
    "summary": 1.5,
    "causes": 1.5,
    "messages": 1.2,
    "records": 0.5,
    "verify": 0.5,
    "escalate": 0.5,
    "questions": 0.5,
}
"""What a term is worth for each text of an entry that has it."""

STOP_WORDS = """
a an the i my me we our us you your he his she her it its they them their is are was were be been being am
do does did done to of in on at for with and or but so if then than that this these those there here what
why how when where who which can could should would will shall may might must has have had not nor as from
by into about just very any some each s t ve re ll d m don isn doesn didn won couldn wouldn shouldn aren
wasn weren hasn haven im ive cant wont dont doesnt didnt isnt arent wasnt havent hasnt couldnt shouldnt whats
thats please hi hello thanks
anyway maybe ever even actually suddenly really now since yesterday today tonight tomorrow morning also
instead rather somewhere somehow someone somebody anyone anybody something anything everything thing things
way lot lots bit keep keeps kept get gets got getting go goes went going gone try tries
tried trying want wants wanted say says said saying tell tells told see sees seen saw seem seems look looks
let lets make makes made making think thought mean means meant happen happens happened happening take takes
took taken give gives gave given put puts know knows
fail fails failed failing failure error errors problem problems trouble issue issues message stuck broken
break breaks broke bounce bounces bounced bouncing choke chokes reject rejects rejected refuse refuses refused
complain complains complaining moan moans balk balks hate hates stop stops stopped stopping block blocks
blocked blocking hold holds
"""
"""Words that stand in any sentence, in any talk, and in any story of something that failed."""

IRREGULAR = """
been be began begin begun begin bought buy broken break brought bring built build came come caught catch
children child chose choose chosen choose done do drawn draw drew draw fallen fall fell fall felt feel
forgot forget forgotten forget found find froze freeze frozen freeze gave give given give gone go grew grow
grown grow had have heard hear held hold hidden hide hid hide kept keep knew know known know laid lay led
lead left leave lent lend lost lose made make meant mean men man met meet paid pay people person ran run
said say sent send shown show sold sell spent spend spoke speak stolen steal stole steal stood stand taught
teach thought think threw throw thrown throw told tell took take taken take understood understand went go
women woman won win wore wear worn wear written write wrote write
"""
"""English forms that no stem brings together, each with the usual form behind it."""

SYNONYMS = """
client customer buyer shopper
vendor supplier
memo note
credit refund return rebate
bill purchase
buy purchase po
sale order invoice
receipt payment
paid pay payment settle settled settlement
unpaid outstanding owed owing owes due open
overpaid overpayment exceed
price cost amount value figure
product item sku article goods variant
variant option size colour
stock inventory quantity warehouse qty
account ledger nominal
code number
reference number ref
tax vat gst
currency usd eur gbp aud nzd cad dollar euro pound sterling crown krona franc yen rand peso
book books company organisation file org tenant
file attachment document paperwork scan pdf
address url website link site www web
street address postcode city
mail email
shop store webshop storefront
delete remove erase wipe bin
deleted removed gone erased wiped vanished missing
archive archived retired inactive deactivated disabled unarchive restore
inactive disable deactivate off
merge combine consolidate group batch lump joined
edit change update amend modify alter touch
cancel void reverse undo
copy duplicate double twice repeat
same duplicate already another
empty blank missing without lacks none nothing no
long length characters letters exceed limit
limit many slow throttle rate quota
down unavailable outage offline maintenance upkeep busy serviced
server internal crash
login signin password credentials token key authorise authorisation authenticate
connect link reconnect relink authorise authorisation
disconnect unlink disconnected expired revoked
expire lapse end ran outdated
subscription plan trial licence
permission access allowed permitted rights role forbidden denied admin
employee staff user colleague accountant bookkeeper
lock close closed period locked frozen
old earlier before past
date day month year
wrong incorrect invalid bad unsupported
unknown find found exist recognise know
refuse reject decline deny
negative minus below zero
rounding cent penny
freight shipping delivery carriage shipment courier
label shipping
tracking parcel shipment
journal manual posting
bank paypal card
allocate apply match reconcile
name called title
duplicate unique
assembly build manufacture production
bundle kit
location warehouse branch
country region state marketplace
webhook callback notification
plugin extension module
import load download arrive
export send push sent transfer sync
parent sub nested under
total sum balance
deposit prepayment advance
symbol character letter sign punctuation
parent above head
zero free nothing gift
earlier before older previous
backdate date earlier
type kind sort
billable billed charge rebill unbilled
request call query
query search find
big large high over exceed maximum
discount rebate off
differ mismatch different wrong
calculate compute work
category heading group
tracking class department
decimal digit
money payment
wait later retry again
twice double two
change edit move
renumber number
opening start beginning
"""
"""Words that people use for the same thing: a group a line; one may stand in several."""

GREETINGS = "hi hello hey good morning afternoon evening please thanks sorry team all everyone quick question"
"""Words before what somebody has to say."""

ASKING = "how where can could does what"
"""Words that begin a question how something is done; who tells of a trouble begins otherwise."""

_CLAUSE_BEGINS = "(^|[.;:!?()\n]|(?:,|\\b(?:and|but)\\b)(?= *(?:this|that|its?|is|was)\\b)) *"
_CLAUSE_ENDS = " *(?=$|[.,;:!?()\n]|\\bbut\\b)"
_WORDS = "[^.,;:!?()\n]*?"
_IT_IS_NOT = (
    "(?:(?:this|that|it|its|it['\u2019]s) +)?(?:is +|was +)?"
    "(?:not|isn['\u2019]?t|wasn['\u2019]?t) +(?:about +)?"
)
_TROUBLE = "(?:problem|trouble|issue|cause|reason|question|thing)s?"
DENIED = (
    f"{_CLAUSE_BEGINS}{_IT_IS_NOT}"
    f"(?:(?:the|our|my) +(?!same|right|correct|proper|only|first){_WORDS}|an? {_WORDS} {_TROUBLE})"
    f"{_CLAUSE_ENDS}"
    f"|(^|[.,;:!?()\n]){_WORDS} (?:is|was)(?: not|n['\u2019]?t) (?:the|a) {_TROUBLE}{_CLAUSE_ENDS}"
)
"""A clause that says what the trouble is not; "not the right rate" says what it is."""
