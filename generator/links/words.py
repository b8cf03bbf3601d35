"""Words that say nothing about a work's subject, and words that are no names."""

from __future__ import annotations

from generator.text.function_words import ELSEWHERE

_FUNCTION = """
a about above across after again against al all almost along already also although always am among an and any are as at
away be became because become
been before being below between both but by can cannot could despite did do does doing done down due during e each eg
either else enough et etc even
ever every few first for from further furthermore g gap get give given gives goes good had has have having he hence her
here his how however i ie if
in indeed instead into is it its itself just large largely last least less let like likely made mainly make makes making
many may maybe me means might
more moreover most much must my namely near need needs never new no nor not now of off often on once one only onto or
other others our out over own
per perhaps rather really same second see seem several shall she should show shown since single small so some still such
take than that the their them
then there thereby therefore these they third this those three through thus to together too toward towards two under
until up upon us use used useful
uses using various very via was we well were what when where whereas whether which while who whom whose why widely will
with within without would yet
you your
"""
_SCHOLARLY = """
able achieve achieved achieves achieving addition additional additionally address aid aim analysis analyze approach
approaches art available based
best better breaking case cases challenge challenges challenging claim claims code com common compare compared
comparison conduct considered
contribution correspond current demonstrate demonstrated demonstrates different difficult effect effective effectively
effectiveness empirical
empirically enable enables end essential essentially evaluate evaluated evaluation example examples exist existence
existing experiment experimental
experiments explore extensive finally find finding findings focus focused focusing found framework general github hand
happen hard high higher highly
hold http https identify important importantly improve improved improvement improvements improves improving include
including increase insight
insights introduce introduced introduces investigate issue key lead leading leads level limited low lower main matter
matters meet method methods
model models nevertheless notion novel number observe obtain offer offering offers opportunities opportunity org
outperform outperforms paper perform
performance performs play point possible potential present presents previous previously prior problem problems proceed
promising propose proposed
proposes provide provided provides publicly question questions range recent recently regarding related release remain
remains report require required
requires research result resulting results reveal reveals review right seamlessly set setting showing shows significant
significantly similarly simple
sota specific specifically state strong studies study substantial substantially successful suggest suggests superior
task tasks technique techniques
tend term terms thorough throughout time today type types understand understanding unlock value variety way ways wide
work works www year years yield
yields
acquire acquired adding adhere admit advance advances advancing advantage advantages allow allows amount appear appears
application applications area areas
atop broad carefully chance changing clearly combine combined combines consequence consequences considering
corresponding corresponds cover covering
cutting-edge day days derive derived desire desired detail details develop developed developing discuss discussed double
earlier easily easy eliminate
eliminates enhance enhanced enhancing ensure ensures exact exactly exhibit exhibits explored explores exploring
extremely fact five follow
followed follows four full fully fundamental gain gains goal goals great huge hypothesize impact impose in-depth include
incorporate incorporating increased
increases increasing increasingly initial interest introducing involve involves involving kind kinds lack lacking little
major mean meaningful meanwhile
modern motivation motivations moving notable notably one-size-fits-all organize original outperforming overcome
overcoming part partial partially parts
past popular portion possibility potentially powerful preliminary produce produced producing properties property
provably providing purpose purposes raise
raises rarely refer regarding reliable reliably requirement requirements respectively role roles seen six special
standard successfully suffer suffers
suggesting systematic termed themselves unclear uncover undergo understood wider widespread wise
don doesn didn isn aren wasn weren couldn wouldn shouldn won hasn haven hadn
beyond broader following ii iii information levels rule total user users vs whole
"""
_GENERIC = """
adapter adapters agent agents agi ai algorithm all analysis api apis approach asr attention bayesian benchmark
bert-based best bleu care chinese cnn
cnns code cot cpu data dataset decoding deep dl dpo english evaluation fast first flops framework french gan gans
general generation german github
glue gmm gnn gnns gpu gpus hmm hmms html http https huggingface icl java json kind kl kv language learning less library
llm llms lm lms lstm memory
method ml mllm mllms mlp mlps model models moe more network networks new next nlg nlp nlu nmt ocr ode one ood open our
pdf plm plms ppo pretraining
prompt prompting prompts python qa reasoning rest rl rlaif rlhf rnn rnns rouge sde sdes self sft simple slm slms slr
sota sql survey svm system that
the theory this token tokens toolkit tpu training transformer transformers tts tuning two url vae vlm vlms vr xml
"""
# Function words, and the words with which every abstract refers to itself.
STOP = frozenset((_FUNCTION + _SCHOLARLY).split()) | ELSEWHERE | {"de"}
# What every second abstract abbreviates, or what names the kind of a thing and not the thing.
GENERIC = frozenset(_GENERIC.split())
