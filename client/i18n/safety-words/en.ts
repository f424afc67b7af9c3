/**
 * The safety words: 1024 things that most people know, for ten bits each. The word at one place means the same in each language.
 * None sounds like another of its language, none is frightening, rude or about illness.
 */
export const words = `
accordion actor adventure airport airship album alcove alphabet amber amphora anchovy annex antelope antenna anthem
anvil apartment apricot aquarelle aquarium arcade architect archive arena armour arrow artichoke artist asparagus
asphalt astronaut athlete atlas attic autumn backhand backpack bacon badminton bag bagpipe baguette bakery balloon
bamboo banana banjo bank barbecue barometer basin basketball bathrobe bathtub battery bazaar bedroom bedside bee
beehive beekeeper begonia bell bench beret bicycle binoculars biography birch birdhouse birthday bison blackberry
blackbird blacksmith blanket blind blueberry board boiler bonnet bonsai bookmark bookshop boomerang boot border
boutique bow bowling bracelet brake breakfast brick bricklayer bridge broccoli bronze broom broth bucket buffet
builder bulb bulldozer bungalow bush button buzzard cabriolet cactus cafeteria calculator calendar camera campsite
canal candlestick candy canoe canteen canyon cape car caramel caravan cardboard cardigan caricature carnival
carousel carpenter carpet carriage carrot cashew cassette catalogue caterpillar cattle caviar celery cello cement
cereal ceremony chain chameleon chapter checkers cherry chest chestnut chick chicory chimney chimpanzee chips chisel
chocolate choir chop cinema cinnamon circus clarinet clay clerk cliff clock clothesline clover coat cocoa coconut
cod coffee collage comb comedy comma committee compost computer concert concrete condor confetti conifer consul
container continent contract convoy cookie copper coral coriander corn cotton country courgette couscous cousin
cowboy cowshed crab cranberry crane crater crocodile crocus croissant cross crossing crystal cube cucumber cumin cup
cupboard curry curtain customer cutlery cypress daffodil dahlia dancer dandelion date debate deckchair decoration
deer desert desk detective dew diamond diary dice dictation dictionary digger dill dinner dinosaur diploma director
discovery dishwasher ditch dog dolphin dome dominoes door doorbell doormat doorstep dough doughnut dragon dragonfly
drawing dressing drop drummer dune dustbin duvet dynamo east echo eclipse editor eel eggplant electrician elephant
embroidery emerald emu encyclopedia endive engineer envelope equator espresso estate eucalyptus evening excursion
explorer fable factory falcon fan fanfare farm father fedora fence fennel fern ferry festival feta field fig film
finch fisherboat fisherman fjord flag flamingo flannel fleamarket florist flour flower foam football footprint
formula fountain friend frog fuchsia funfair furniture fuse gadget gallery garage gardener garland garlic gazebo
gazelle gear gecko geranium geyser ginger giraffe gladiolus glasses glazier globe glowworm goal goalkeeper gold
goldfish gondola gong goose gorilla goulash grammar grandma granite grapefruit graph grass grasshopper gravel
greenhouse guitar guitarist gym gymnastics hairdresser hamburger hammock handkerchief handlebar handrail handwriting
harp harpsichord harvest hawk hay hazelnut headphones heater hedgehog helicopter helmet hemisphere heron herring
hexagon hibiscus hinge hippo hobby holiday holly hologram homework honey honeycomb hoof horizon hotdog hotel hour
hourglass hut hyacinth iceberg icing igloo ink insect instrument interview inventor invitation invoice iris iron ivy
jade jaguar jam jamboree jasmine jeans jellyfish jersey jeweller journalist journey judo juggler juice jungle
juniper jury kaleidoscope kangaroo kayak kebab ketchup keyboard kilogram kilometre kimono kiosk kitchen kiwi
knapsack knight koala label labyrinth lace ladder lagoon landscape lantern larch lasagne laurel lava lavender lawn
lawnmower lawyer leaf leash leather ledger legend lemon lemonade lemongrass lentil leopard lesson letter lever
library lid lift light lighthouse lilac lily lime limousine lion liquorice lizard lobster locomotive logo lollipop
lottery lullaby lupine lute lynx macaroni macaw machine mackerel magazine magician magnet magnolia mammoth mandolin
mango manuscript maple marathon marble margarine market marquee marsh marzipan mason mattress mayonnaise meadow
meatball mechanic meeting megaphone melon menu meringue mermaid message metal meteor metronome microphone microscope
milk millimetre mimosa mineral minibus minigolf mint minute mirror mitten mixer monastery Monday monument moped
mosaic mosquito moth motor motorway mozzarella mud muffin mulberry museum mushroom musician mustard nail napkin
necklace nectarine neon nettle newt nightingale noodle north notepad nougat novel number nursery nutmeg oak oatmeal
oats obelisk oboe ocean octagon octopus office oil olive olympics omelette omnibus onion opera optician orange
orchestra orchid oregano organ ornament ostrich oven ox oyster paella pagoda paint palette palm pancake panda
panorama panther papaya paper paperclip paprika parachute parade parasol parcel parchment park parking parliament
parmesan parsley parsnip partridge passenger passionfruit passport pastry patchwork path pavilion peak pedal
pedestrian pelican pen pencil penguin pentagon peony pepper perfume periscope petrol petunia pheasant photo
photographer pianist piano pickle piggybank pigment pillar pilot pineapple pipe pistachio pitcher pizza planetarium
plastic plateau platform platinum playground pliers plumage plumber plywood pocket poem polaroid pomegranate poncho
pond pool popcorn poplar poppy porcelain portrait poster pot potato praline president pretzel primrose princess
prism prize procession profile programme projector propeller proverb pudding puddle pulley pump pumpkin puppet puree
puzzle pyjamas pylon pyramid quartz queen quilt quince quiz raccoon radar radio railing rain raincoat raspberry
raven ravioli receipt recipe record rectangle reef refrain relay reporter restaurant rhino rhododendron rhubarb
rhythm riddle ring river road robin robot rock rodeo roll rollerskate rooster rope rowing rubber rucola rudder rugby
ruler runway rye saffron salt saltcellar samba sandal sandwich sapphire sardine sari satellite satin sauce sauna
sausage savanna saw sawdust saxophone scale school scissors scout screw script sculptor seahorse seal secretary
semolina serenade sesame shallot shampoo shelf shepherd ship shoemaker shower shrimp shuttle signature silhouette
silver sister sitar sketch ski skirt skylight slate sledge sleepingbag slipper sluice snorkel snow snowman soap
sombrero sonata soprano sorrel souffle south soya spade spaghetti spectator spinach spoon spotlight spreadsheet
springboard spruce squash squid stadium stage stalk stamp stapler steam steel stencil steppe sticker stilt stool
stopwatch stork stove straw strawberry student suburb succulent sudoku sugar summer sun Sunday sunflower supermarket
surfboard surprise sushi swan sweater swimmer swing switch symphony syrup tablecloth tablet tailor tambourine tandem
tangerine tap tapestry tarragon tart taxi tea teacher teapot telegram telephone telescope television temple tennis
tent terrace terrarium textile theatre thermometer thermos thrush thyme ticket title tollgate tomato tombola topaz
torch tortilla toucan tourist tournament towel town toy tractor traffic trailer tram trampoline translator trapeze
triangle tribune tricycle tripod trophy trousers trout truffle trumpet trunk tulip tuna tundra tunic tunnel turbine
turkey turquoise turtle twin tyre ukulele umbrella uncle unicorn unicycle uniform university vacuum valentine
vanilla vase vegetable vehicle veranda vestibule viaduct vine vinegar violet visitor volcano volleyball waffle wagon
waiter wallet walnut warehouse wasabi watch watercress waterlily watermelon waterpolo wax weathervane weaver web
webcam wedding week weekend west wheat wheelbarrow wildboar wind windmill windowsill winter wisteria wolf word
worker workshop wren xylophone yacht yoga yoghurt zebra zeppelin zinnia zodiac zoo
`
