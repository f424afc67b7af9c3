/** The safety words in Dutch, as it is spoken in Belgium. */
export const words = `
accordeon acteur avontuur luchthaven luchtschip album nis alfabet barnsteen amfora ansjovis bijgebouw antilope
antenne volkslied aambeeld appartement abrikoos aquarel aquarium arcade architect archief arena harnas pijl artisjok
kunstenaar asperge asfalt astronaut atleet atlas zolder herfst backhand rugzak spek badminton zak doedelzak
stokbrood bakkerij ballon bamboe banaan banjo bank barbecue barometer bekken basketbal badjas badkuip batterij
bazaar slaapkamer nachtkastje bij bijenkorf imker begonia bel zitbank baret fiets verrekijker biografie berk
vogelhuisje verjaardag bizon braambes merel smid deken rolluik bosbes krijtbord boiler motorkap bonsai bladwijzer
boekhandel boemerang laars grens boetiek boeg bowling armband rem ontbijt baksteen stukadoor brug broccoli brons
bezem bouillon emmer buffet bouwvakker gloeilamp bulldozer bungalow struik knoop buizerd cabrio cactus cafetaria
rekenmachine kalender camera camping kanaal kandelaar snoepje kano kantine kloof kaap auto karamel caravan karton
vest karikatuur carnaval draaimolen timmerman tapijt koets wortel cashewnoot cassette catalogus rups vee kaviaar
selder cello cement muesli plechtigkeit ketting kameleon hoofdstuk damspel kers ladekast kastanje kuiken witloof
schoorsteen chimpansee chips beitel chocolade koor kotelet bioscoop kaneel circus klarinet klei bediende klif klok
waslijn klaver mantel cacao kokosnoot kabeljauw koffie collage kam komedie komma comité compost computer concert
beton condor confetti naaldboom consul container continent contract konvooi koekje koper koraal koriander maïs
katoen land courgette couscous neef cowboy koeienstal krab veenbes kraanwagen krater krokodil krokus croissant kruis
kruispunt kristal kubus komkommer komijn kopje kast kerrie gordijn klant bestek cipres narcis dahlia danser
paardenbloem dadel debat ligstoel versiering hert woestijn bureau detective dauw diamant agenda dobbelsteen dictee
woordenboek graafmachine dille avondmaal dinosaurus diploma regisseur ontdekking vaatwasser gracht hond dolfijn
koepel domino deur deurbel deurmat drempel deeg donut draak libel tekening vinaigrette druppel drummer duin
vuilnisbak donsdeken dynamo oosten echo eclips redacteur paling aubergine elektricien olifant borduursel smaragd
emoe encyclopedie andijvie ingenieur envelop evenaar espresso landgoed eucalyptus avond uitstap ontdekker fabel
fabriek valk ventilator fanfare boerderij vader gleufhoed hek venkel varen veerboot festival feta akker vijg film
vink vissersboot visser fjord vlag flamingo flanel rommelmarkt bloemist bloem bloempje schuim voetbal voetafdruk
formule fontein vriend kikker fuchsia kermis meubel zekering gadget galerij garage tuinman slinger knoflook prieel
gazelle tandwiel gekko geranium geiser gember giraf gladiool bril glazenmaker wereldbol glimworm doel doelman goud
goudvis gondel gong gans gorilla goulash spraakkunst oma graniet pompelmoes grafiek gras sprinkhaan grind serre
gitaar gitarist turnzaal gymnastiek kapper hamburger hangmat zakdoek stuur reling handschrift harp klavecimbel oogst
havik hooi hazelnoot koptelefoon verwarming egel helikopter helm halfrond reiger haring zeshoek hibiscus scharnier
nijlpaard hobby vakantie hulst hologram huiswerk honing honingraat hoef horizon hotdog hotel uur zandloper hut
hyacint ijsberg glazuur iglo inkt insect instrument interview uitvinder uitnodiging factuur iris strijkijzer klimop
jade jaguar confituur jamboree jasmijn jeans kwal sporttrui juwelier journalist reis judo jongleur sap jungle
jeneverbes jury caleidoscoop kangoeroe kajak kebab ketchup toetsenbord kilogram kilometer kimono kiosk keuken kiwi
knapzak ridder koala etiket doolhof veter ladder lagune landschap lantaarn lariks lasagne laurier lava lavendel
gazon grasmaaier advocaat blad leiband leer kasboek legende citroen limonade citroengras linze luipaard les brief
hefboom bibliotheek deksel lift licht vuurtoren sering lelie limoen limousine leeuw drop hagedis kreeft locomotief
logo lolly loterij wiegelied lupine luit lynx macaroni ara machine makreel tijdschrift goochelaar magneet magnolia
mammoet mandoline mango manuscript esdoorn marathon marmer margarine markt feesttent moeras marsepein metselaar
matras mayonaise weide gehaktbal monteur vergadering megafoon meloen menu schuimpje zeemeermin bericht metaal
meteoor metronoom microfoon microscoop melk millimeter mimosa mineraal minibus minigolf munt minuut spiegel want
mixer klooster maandag monument brommer mozaïek mug mot motor autosnelweg mozzarella modder muffin moerbei museum
paddenstoel muzikant mosterd nagel servet halsketting nectarine neon netel salamander nachtegaal noedel noorden
kladblok nougat roman getal kwekerij nootmuskaat eik havermout haver obelisk hobo oceaan achthoek octopus kantoor
olie olijf olympiade omelet omnibus ui opera opticien sinaasappel orkest orchidee oregano orgel ornament struisvogel
oven os oester paella pagode verf palet palmboom pannenkoek panda panorama panter papaja papier paperclip paprika
parachute parade parasol pakje perkament park parking parlement parmezaan peterselie pastinaak patrijs passagier
passievrucht paspoort gebak lappendeken pad tuinhuis piek pedaal voetganger pelikaan pen potlood pinguïn vijfhoek
pioenroos peper parfum periscoop benzine petunia fazant foto fotograaf pianist piano augurk spaarpot pigment zuil
piloot ananas buis pistache schenkkan pizza planetarium plastic hoogvlakte perron platina speelplaats tang
verenkleed loodgieter multiplex broekzak gedicht polaroid granaatappel poncho vijver zwembad popcorn populier
klaproos porselein portret affiche kookpot aardappel praline president krakeling sleutelbloem prinses prisma prijs
stoet profiel programma projector propeller spreekwoord pudding plas katrol pomp pompoen marionet puree puzzel
pyjama pyloon piramide kwarts koningin dekbed kweepeer quiz wasbeer radar radio leuning regen regenjas framboos raaf
ravioli kassabon recept plaat rechthoek rif refrein estafette reporter restaurant neushoorn rododendron rabarber
ritme raadsel ring rivier weg roodborst robot rots rodeo broodje rolschaats haan touw roeien rubber rucola roer
rugby liniaal startbaan rogge saffraan zout zoutvat samba sandaal sandwich saffier sardine sari satelliet satijn
saus sauna worst savanne zaag zaagsel saxofoon weegschaal school schaar scout schroef scenario beeldhouwer
zeepaardje zeehond secretaris griesmeel serenade sesam sjalot shampoo plank herder schip schoenmaker douche garnaal
pendelbus handtekening silhouet zilver zus sitar schets ski rok dakraam leisteen slee slaapzak pantoffel sluis
snorkel sneeuw sneeuwman zeep sombrero sonate sopraan zuring soufflé zuiden soja spade spaghetti toeschouwer
spinazie lepel schijnwerper rekenblad springplank spar squash inktvis stadion podium stengel postzegel nietmachine
stoom staal sjabloon steppe sticker stelt kruk stopwatch ooievaar fornuis rietje aardbei student voorstad vetplant
sudoku suiker zomer zon zondag zonnebloem supermarkt surfplank verrassing sushi zwaan trui zwemmer schommel
schakelaar symfonie siroop tafellaken tablet kleermaker tamboerijn tandem clementine kraan wandtapijt dragon vlaai
taxi thee leraar theepot telegram telefoon telescoop televisie tempel tennis tent terras terrarium textiel theater
thermometer thermosfles lijster tijm ticket titel tolhuis tomaat tombola topaas zaklamp tortilla toekan toerist
toernooi handdoek stad speelgoed tractor verkeer aanhangwagen tram trampoline vertaler trapeze driehoek tribune
driewieler statief trofee broek forel truffel trompet boomstam tulp tonijn toendra tuniek tunnel turbine kalkoen
turkoois schildpad tweeling autoband ukelele paraplu oom eenhoorn eenwieler uniform universiteit stofzuiger
valentijn vanille vaas groente voertuig veranda vestibule viaduct wijnstok azijn viooltje bezoeker vulkaan volleybal
wafel wagon ober portefeuille walnoot magazijn wasabi polshorloge waterkers waterlelie watermeloen waterpolo was
windwijzer wever spinnenweb webcam bruiloft week weekend westen tarwe kruiwagen everzwijn wind windmolen vensterbank
winter blauweregen wolf woord arbeider atelier winterkoning xylofoon jacht yoga yoghurt zebra zeppelin zinnia
dierenriem dierentuin
`
