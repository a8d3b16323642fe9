"""Words that begin or fill messages and tickets of any product: they are nobody's name."""

COMMON_WORDS = """
a about above access according account across action added address adjustment adjustments after again all
allocation allowed already also although always amount amounts an and another any api application apply
approval approved apr april archive archived are as assembly at attachment attempt audit aug august
authentication authorise authorised authorization authorize authorized auto automatic available back
backorder balance bank barcode base batch be because been before below between bill billing bin blank block
body bookkeeping books both branch budget bundle business but button by calculation call can cancel
cancelled cannot card carrier cart case cash catalogue category cent change channel charge charges chart
check checkout clearing client close closed code collection column come comment commission company complete
completed component condition confirm conflict connection consignment contact convert copy correct cost
costing costs could count country create created credit currency customer cut daily dashboard data date
deadline debit dec december decimal default delete deleted delivery deposit depreciation description detail
details device did differ different digit direct disabled discount dispatch display document does down
download draft drop due duplicate during each edit editing email empty enable enabled end enough enter entry
equal error even every exact exceeded exception exchange existing expected expense expired export exported
extra failed failure feb february fee few field fifo file fill filter final find finish first five fix fixed
footer for forbidden format found four free freight friday from fulfilment full fund further future general
get gift give gmt go good goods group half handle handling has have header height here hidden high hold home
hour hours how however http icon id if image immediate import imported importing in inactive income index
info information initial input install installed instead insurance integration interest internal into
invalid invalidated inventory invoice inwards is issue it item its jan january job journal json jul july jun
june keep key kind label landed large last late later layout lead least leave ledger left length less level
licence limit line link linked list little load loading location lock locked logged login long loss lot low
machine mail main make manager manual manually mapped mapping mar march margin mark matching maximum may
measure memo menu merge message method minimum minutes missing mobile mode module monday month monthly
months more most move much multiple must name negative net network never new next night no not nothing
notice nov november now null number numbers object oct october of offline old on once one online only open
opening operation option or order orders organisation original other out outstanding over overdue
overpayment own owner packing page paid pallet parameter parse part partial password past pay payable
payables payment payroll pending per percent period permission petty photo pick picking plan please plugin
point port portal positive post posted posting prepayment preview previous price pricing print printer
printing prior private process processing product production profile profit progress project proposal
provider public pull purchase push put quantity quarter query queue quick quote range rate rates raw reach
read ready real reason receipt receipts receivable receivables receive received recent reconcile
reconciliation record recurring redirect reference refresh refund refunds refused region register rejected
rejection release remaining remittance remove rename rental reorder repair repeat replace report reporting
reports request required reserve reset response restock restore result retail retry return returned returns
review right role roll root rounding row rule run sale sales same sample saturday save scan schedule
scheduled screen search season second section see select selected sell send sent sep separate sept september
serial server service services session set setting several share shelf ship shipment shipped shipping shop
short should side sign signature since single site size small some source space special split staff stage
stale standard start state statement status step still stock stocktake store string subscription subtotal
such sum summary sunday supplier supply support suspend suspended switch symbol sync system table tablet
take target tariff task tax taxable team template terminal test text than that the their them then there
these this three thursday tick ticket tiers time timeout times title to today token tomorrow too tool top
total totals track tracking trade trading transaction transfer transit trial try tuesday turn two type
unable undefined under unexpected unit units unknown unlocked unpaid unsupported until unused up update
upload uploading url used user usual utc valid validation value values variance variant vendor version via
view visible void voucher wage wages wait warehouse warehouses warning was way webhook wednesday week weekly
weeks weight well were what when where which while whole wholesale why width will window wire with
withholding without work worker working write wrong xml year yearly yes yesterday yet you your zero zone
"""
