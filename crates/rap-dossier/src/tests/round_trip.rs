use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rap_doc::{Block, BlockKind, Doc, Finding, Language, Media, Origin, Place, Severity, Source, SourceId, Span};
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, BodyKind, Finder, Ledger, NameUse, Office, Part, Record, Relay, SetAside,
    SourceKind, Speaker, Stance, Statement, Strength, Voice,
};
use rap_theme::Tag;

use crate::{Added, Coding, Dossier, Entry, Manifest};

type Pick = (Index, Index);

/// Returns the places of a text that these picks name.
fn spans(text: &str, picks: &[Pick]) -> Vec<Span> {
    let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let place = |(from, to): &Pick| {
        let (a, b) = (*from.get(&edges), *to.get(&edges));
        Span::new(a.min(b), a.max(b))
    };
    picks.iter().map(place).collect()
}

fn one(text: &str, pick: &Pick) -> Span {
    spans(text, std::slice::from_ref(pick))[0]
}

fn pick() -> impl Strategy<Value = Pick> {
    any::<Pick>()
}

fn picks() -> impl Strategy<Value = Vec<Pick>> {
    vec(pick(), 0..3)
}

fn text() -> impl Strategy<Value = String> {
    vec(select(&["The bill", " is wide. ", "草案应当缩小。", "\n", "\n\n", "“so” ", "é", "𝔸 ", "x"][..]), 1..40)
        .prop_map(|words| words.concat())
}

fn blocks(text: &str, kinds: &[(u8, Option<u32>)]) -> Vec<Block> {
    let mut blocks = rap_doc::plain_blocks(text);
    for (block, (kind, page)) in blocks.iter_mut().zip(kinds) {
        let all = [
            BlockKind::Heading(*kind),
            BlockKind::Paragraph,
            BlockKind::ListItem,
            BlockKind::TableCell,
            BlockKind::Quote,
            BlockKind::Caption,
            BlockKind::Furniture,
        ];
        block.kind = all[usize::from(*kind) % all.len()];
        block.origin = Origin { page: *page, path: format!("body/p[{kind}]") };
        block.language = [Language::English, Language::Chinese, Language::Other][usize::from(*kind) % 3];
    }
    blocks
}

fn finding() -> impl Strategy<Value = Finding> {
    let places = select(vec![Place::Whole, Place::Page(3), Place::Line(7), Place::Byte(0), Place::Path("p[2]".into())]);
    let severities = select(&[Severity::Note, Severity::Warning, Severity::Loss][..]);
    let codes = select(&["text-empty", "pdf-encrypted"][..]);
    (severities, codes, places, ".*").prop_map(|(severity, code, place, message)| Finding {
        severity,
        code,
        origin: "a.txt".to_owned(),
        place,
        message,
        hint: String::new(),
    })
}

#[derive(Debug, Clone)]
struct Said {
    content: Vec<Pick>,
    cue: Vec<Pick>,
    mention: Vec<Pick>,
    items: Vec<Pick>,
    relays: Vec<(Index, Pick)>,
    speaker: (u8, Index),
    words: (Voice, Act, Stance, Strength),
    tags: Vec<(String, f32, Vec<Pick>)>,
    item_tags: Vec<(String, f32, Vec<Pick>)>,
}

fn said() -> impl Strategy<Value = Said> {
    let words = (select(Voice::ALL), select(Act::ALL), select(Stance::ALL), select(Strength::ALL));
    let tags = || vec(("[a-z]{1,6}", 0.0..=1.0_f32, picks()), 0..3);
    let places = (vec(pick(), 1..3), picks(), picks(), picks(), vec((any::<Index>(), pick()), 0..2));
    (places, (0..3_u8, any::<Index>()), words, tags(), tags()).prop_map(
        |((content, cue, mention, items, relays), speaker, words, tags, item_tags)| Said {
            content,
            cue,
            mention,
            items,
            relays,
            speaker,
            words,
            tags,
            item_tags,
        },
    )
}

fn actor() -> impl Strategy<Value = (String, u8, Vec<Pick>, Option<Index>)> {
    (".{0,8}", 0..20_u8, picks(), any::<Option<Index>>())
}

fn account() -> impl Strategy<Value = Account> {
    let reasons: Vec<Account> = SetAside::ALL.iter().map(|reason| Account::SetAside(*reason)).collect();
    select([reasons, vec![Account::Coded, Account::Unread]].concat())
}

prop_compose! {
    fn entry()(
        text in text(),
        kinds in vec((any::<u8>(), any::<Option<u32>>()), 0..12),
        actors in vec(actor(), 1..4),
        said in vec(said(), 0..6),
        progress in picks(),
        findings in vec(finding(), 0..3),
        accounts in vec(account(), 80),
        media in select(&[Media::Text, Media::Docx, Media::Mail][..]),
        title in any::<Option<String>>(),
        date in any::<Option<u16>>(),
    ) -> Entry {
        let id = SourceId::of(text.as_bytes());
        let doc = Doc::new(id, text.clone(), blocks(&text, &kinds)).unwrap();
        let actors: Vec<Actor> = actors.iter().map(|given| made_actor(&text, given, actors.len())).collect();
        let mut statements: Vec<Statement> =
            said.iter().filter(|_| !doc.blocks().is_empty()).map(|said| made_statement(&doc, said, actors.len())).collect();
        let mut codings: Vec<Coding> = said.iter().zip(&statements).map(|(said, made)| made_coding(&text, said, made)).collect();
        let kept: Vec<bool> = statements.iter().map(|statement| !statement.quote().is_empty()).collect();
        let mut keep = kept.iter();
        statements.retain(|_| *keep.next().unwrap());
        let mut keep = kept.iter();
        codings.retain(|_| *keep.next().unwrap());
        let mut accounts = accounts;
        accounts.truncate(doc.sentences().len());
        let parts = vec![Part { blocks: 0..doc.blocks().len(), kind: SourceKind::Article, reason: "so".to_owned() }];
        let record = Record { parts, actors, statements, progress: spans(&text, &progress), ledger: Ledger { accounts } };
        let date = date.map(|day| jiff::civil::date(1999, 1, 1).checked_add(jiff::Span::new().days(i64::from(day))).unwrap());
        let source = Source { id, origin: "a.txt".to_owned(), media, title, date, language: doc.language() };
        Entry { source, doc, record, codings, findings }
    }
}

fn made_actor(text: &str, (name, kind, picks, body): &(String, u8, Vec<Pick>, Option<Index>), actors: usize) -> Actor {
    let organisation = body.map(|body| ActorId(u32::try_from(body.index(actors)).unwrap()));
    let places = spans(text, picks);
    Actor {
        name: name.clone(),
        kind: match kind {
            0 => ActorKind::Person,
            1 => ActorKind::Group,
            2 => ActorKind::Unnamed,
            n => ActorKind::Body(BodyKind::ALL[usize::from(*n) % BodyKind::ALL.len()]),
        },
        names: vec![NameUse { name: name.clone(), spans: places.clone() }; places.len()],
        offices: places.iter().map(|span| Office { role: "head".to_owned(), organisation, span: *span }).collect(),
        presence: places,
    }
}

fn made_statement(doc: &Doc, said: &Said, actors: usize) -> Statement {
    let text = doc.text();
    let actor = |index: &Index| ActorId(u32::try_from(index.index(actors)).unwrap());
    let (voice, act, stance, strength) = said.words;
    Statement {
        block: said.speaker.1.index(doc.blocks().len()),
        content: spans(text, &said.content),
        cue: spans(text, &said.cue),
        speaker: [Speaker::Author, Speaker::Unknown, Speaker::Actor(actor(&said.speaker.1))]
            [usize::from(said.speaker.0)],
        together: said.relays.iter().map(|(who, _)| actor(who)).collect(),
        mention: spans(text, &said.mention),
        relays: said.relays.iter().map(|(who, at)| Relay { actor: actor(who), mention: one(text, at) }).collect(),
        voice,
        act,
        stance,
        strength,
        items: spans(text, &said.items),
        finder: Finder::Model,
    }
}

fn made_coding(text: &str, said: &Said, statement: &Statement) -> Coding {
    let made = |tags: &[(String, f32, Vec<Pick>)]| -> Vec<Tag> {
        tags.iter()
            .map(|(theme, score, words)| Tag { theme: theme.clone(), score: *score, words: spans(text, words) })
            .collect()
    };
    Coding { tags: made(&said.tags), items: vec![made(&said.item_tags); statement.items.len()] }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_goes_in_comes_out_equal(entry in entry()) {
        let bytes = entry.doc.text().as_bytes().to_vec();
        let mut dossier = Dossier::in_memory().unwrap();
        prop_assert_eq!(dossier.add(&entry, &bytes).unwrap(), Added::New);
        prop_assert!(dossier.contains(entry.source.id).unwrap());
        prop_assert_eq!(&dossier.entry(entry.source.id).unwrap(), &entry);
        prop_assert_eq!(dossier.entries().unwrap().map(Result::unwrap).collect::<Vec<_>>(), vec![entry.clone()]);
        prop_assert_eq!(dossier.bytes(entry.source.id).unwrap(), bytes);
        prop_assert_eq!(dossier.statement_count().unwrap(), entry.record.statements.len());
        let failures = dossier.check().unwrap();
        prop_assert!(failures.iter().all(|failure| failure.what.starts_with("an item")), "{:?}", failures);
    }
}

#[test]
fn the_manifest_comes_back_as_it_was_given() {
    let mut dossier = Dossier::in_memory().unwrap();
    assert_eq!(dossier.manifest().unwrap(), None);
    let codebook_toml = "id = \"x\"\n".to_owned();
    let manifest = Manifest {
        program: "rapporteur 9.9.9".to_owned(),
        codebook_id: "x".to_owned(),
        codebook_sha256: SourceId::of(codebook_toml.as_bytes()).to_string(),
        codebook_toml,
        options: [("kind".to_owned(), "record".to_owned()), ("program".to_owned(), "odd".to_owned())].into(),
    };
    dossier.set_manifest(&Manifest::default()).unwrap();
    dossier.set_manifest(&manifest).unwrap();
    assert_eq!(dossier.manifest().unwrap(), Some(manifest));
    assert_eq!(dossier.check().unwrap(), []);
}

#[test]
fn findings_without_a_paper_are_kept_by_origin() {
    let finding = |origin: &str, message: &str| Finding {
        severity: Severity::Loss,
        code: "pdf-encrypted",
        origin: origin.to_owned(),
        place: Place::Whole,
        message: message.to_owned(),
        hint: "give the password".to_owned(),
    };
    let mut dossier = Dossier::in_memory().unwrap();
    dossier.keep_findings(&[finding("a.pdf", "one"), finding("a.pdf", "two"), finding("b.pdf", "three")]).unwrap();
    dossier.keep_findings(&[finding("a.pdf", "four")]).unwrap();
    assert_eq!(dossier.findings().unwrap(), [finding("b.pdf", "three"), finding("a.pdf", "four")]);
    let (entry, bytes) = super::paper("b.pdf", "It could be read after all.");
    dossier.add(&entry, &bytes).unwrap();
    assert_eq!(dossier.findings().unwrap(), [finding("a.pdf", "four")]);
}
